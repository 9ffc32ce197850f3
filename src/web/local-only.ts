import type { IncomingHttpHeaders } from 'node:http';

/** As much of a request as tells where it comes from. */
export interface Origin {
  socket: { remoteAddress?: string | undefined };
  headers: IncomingHttpHeaders;
}

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Whether a person at this machine asks. The socket alone does not tell: a proxy beside us forwards strangers, and a
 * page anywhere can make its own name resolve to this machine, which shows in the Host header.
 */
export function isLocal({ socket, headers }: Origin): boolean {
  if (!LOOPBACK.test(socket.remoteAddress ?? '')) return false;
  if (FORWARDED.some((header) => headers[header] !== undefined)) return false;
  return LOCAL_HOST.test(headers.host ?? '');
}

/** Whether a page of ours sent it: any page that a browser shows can post here. */
export function isOwnForm({ headers }: Pick<Origin, 'headers'>, publicUrl: string): boolean {
  const { 'sec-fetch-site': site, origin } = headers;
  // Old browsers, and all where the address is not secure, do not tell the one; every one tells the other.
  if (site === undefined && origin === undefined) return false;
  return (site === undefined || site === 'same-origin') && (origin === undefined || origin === publicUrl);
}

/** The address by which the machine itself was asked. */
export function addressedAs({ headers }: Pick<Origin, 'headers'>): string {
  return `http://${headers.host ?? ''}`;
}
