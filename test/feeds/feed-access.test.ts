import type { LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkedUrl, publicInternet } from '../../src/feeds/feed-access.ts';
import { createFeedReader } from '../../src/feeds/feed-reader.ts';
import { isPublicAddress } from '../../src/feeds/public-address.ts';
import { type FeedServer, rssOf, startFeedServer } from './feed-server.ts';

describe('a public address', () => {
  it.each(['1.1.1.1', '8.8.8.8', '185.199.108.153', '100.63.255.255', '172.32.0.1', '2606:4700::1', '2a00:1450::5'])(
    'is %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.2.1',
    '192.168.1.1',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::ffff:0:10.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2606:4700::1%1',
    '127.1',
    '0x7f000001',
    'localhost',
    '',
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('the address of a feed', () => {
  it.each([
    'https://blog.example.com/feed.xml',
    'http://blog.example.com:80/feed',
    'https://blog.example.com:443/feed?format=atom',
    'https://1.1.1.1/feed',
  ])('may be %s', (url) => expect(checkedUrl(url, null, publicInternet).href).toBe(new URL(url).href));

  it.each([
    ['javascript:alert(1)', 'neither http nor https'],
    ['data:text/xml,<rss/>', 'neither http nor https'],
    ['https://user:secret@example.com/', 'holds credentials'],
    ['https://example.com:8443/', 'not on port 80 or 443'],
    ['http://example.com:6379/', 'not on port 80 or 443'],
    ['http://127.0.0.1/', 'not on the public internet'],
    ['http://0x7f.1/', 'not on the public internet'],
    ['http://017700000001/', 'not on the public internet'],
    ['http://2130706433/', 'not on the public internet'],
    ['http://[::ffff:7f00:1]/', 'not on the public internet'],
    ['http://[fd00:ec2::254]/', 'not on the public internet'],
    ['feed', 'no address'],
    [`https://example.com/${'a'.repeat(2_000)}`, 'no address'],
  ])('may not be %s', (url, because) => {
    expect(() => checkedUrl(url, null, publicInternet)).toThrow(
      expect.objectContaining({ problem: { kind: 'address', because } }),
    );
  });

  it('may lead on within its server and up to https, never down', () => {
    const secure = new URL('https://blog.example.com/feed');

    expect(checkedUrl('/feed.xml', secure, publicInternet).href).toBe('https://blog.example.com/feed.xml');
    expect(checkedUrl('https://example.org/', new URL('http://example.com/'), publicInternet).protocol).toBe('https:');
    expect(() => checkedUrl('http://blog.example.com/feed', secure, publicInternet)).toThrow(
      expect.objectContaining({ problem: { kind: 'address', because: 'leads from https to http' } }),
    );
  });
});

describe('a name', () => {
  let server: FeedServer;
  let port: number;
  beforeAll(async () => {
    server = await startFeedServer();
    port = Number(new URL(server.address).port);
    server.answer = (_, response) => response.writeHead(200).end(rssOf('http://rebind.example', ['Secret']));
  });
  afterAll(() => server.close());

  /** Answers with the next list of addresses each time it is asked. */
  function answers(...lists: string[][]): { lookup: LookupFunction; asked: () => number } {
    let asked = 0;
    const lookup: LookupFunction = (_, options, callback) => {
      const addresses = (lists[asked++] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      if (options.all) return callback(null, addresses);
      callback(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 4);
    };
    return { lookup, asked: () => asked };
  }

  function read(lookup: LookupFunction, mayConnect = publicInternet.mayConnect) {
    const access = { lookup, mayConnect, mayUsePort: () => true };
    const url = `http://rebind.example:${port}/feed`;
    return createFeedReader({ userAgent: 'x', access }).read(url, { etag: null, lastModified: null });
  }

  const refused = { kind: 'failed', problem: { kind: 'address', because: 'not on the public internet' } };

  it.each([
    ['this machine', ['127.0.0.1']],
    ['this machine in disguise', ['::ffff:127.0.0.1']],
    ['a public and a private place', ['1.1.1.1', '10.0.0.1']],
    ['the metadata service', ['169.254.169.254']],
    ['nowhere', []],
  ])('that stands for %s is not followed', async (_, addresses) => {
    server.requests = [];

    expect(await read(answers(addresses).lookup)).toMatchObject(refused);
    expect(server.requests).toEqual([]);
  });

  it('is looked up once, and the connection goes to what was checked', async () => {
    server.requests = [];
    const names = answers(['127.0.0.1'], ['10.0.0.1']);

    const reading = await read(names.lookup, (address) => address === '127.0.0.1');

    expect(reading).toMatchObject({ kind: 'read', articles: [{ fact: { title: 'Secret' } }] });
    expect(names.asked()).toBe(1);
  });

  it('is checked again after a redirect to itself: the second answer may be another', async () => {
    server.requests = [];
    server.answer = (_, response) => response.writeHead(302, { location: '/inside' }).end();
    const names = answers(['127.0.0.1'], ['127.0.0.2']);

    expect(await read(names.lookup, (address) => address === '127.0.0.1')).toMatchObject(refused);
    expect(server.requests.map(({ url }) => url)).toEqual(['/feed']);
  });
});
