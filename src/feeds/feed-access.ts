import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { FeedError } from './feed-error.ts';
import { isPublicAddress } from './public-address.ts';

/** Where a feed may be read from. */
export interface FeedAccess {
  /** Whether a connection to this address may be opened. */
  mayConnect(address: string): boolean;
  mayUsePort(port: number): boolean;
  /** Resolves names. */
  lookup: LookupFunction;
}

/** What the product allows: the public internet, on the ports of the web. */
export const publicInternet: FeedAccess = {
  mayConnect: isPublicAddress,
  mayUsePort: (port) => port === 80 || port === 443,
  lookup,
};

const MAX_ADDRESS = 2_000;

/** The address as it is asked. @throws FeedError where it is none that may be asked. */
export function checkedUrl(text: string, base: URL | null, access: FeedAccess): URL {
  if (text.length > MAX_ADDRESS || !URL.canParse(text, base?.href)) throw refusal('no address');
  const url = new URL(text, base?.href);
  if (!['http:', 'https:'].includes(url.protocol)) throw refusal('neither http nor https');
  if (base?.protocol === 'https:' && url.protocol === 'http:') throw refusal('leads from https to http');
  if (url.username !== '' || url.password !== '') throw refusal('holds credentials');
  if (!access.mayUsePort(portOf(url))) throw refusal('not on port 80 or 443');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Node looks up names only: what is an address already is checked here.
  if (isIP(host) !== 0 && !access.mayConnect(host)) throw refusal('not on the public internet');
  return url;
}

/**
 * The addresses that a connection is opened to are the very ones that were checked, so a name that is answered
 * differently the next time gains nothing. One bad address among them spoils them all.
 */
export function checkedLookup(access: FeedAccess): LookupFunction {
  return (hostname, options, callback) => {
    access.lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      const bad = addresses.length === 0 || addresses.some(({ address }) => !access.mayConnect(address));
      if (bad) return callback(refusal('not on the public internet'), []);
      if (options.all) return callback(null, addresses);
      const [first] = addresses;
      callback(null, first?.address ?? '', first?.family);
    });
  };
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

function refusal(because: string): FeedError {
  return new FeedError({ kind: 'address', because });
}
