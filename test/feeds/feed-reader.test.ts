import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FeedReading, FeedValidators } from '../../src/domain/feed.ts';
import { createFeedReader, type FeedLimits, feedLimits } from '../../src/feeds/feed-reader.ts';
import { type FeedServer, rssOf, startFeedServer, withLoopback } from './feed-server.ts';

const nothingKnown: FeedValidators = { etag: null, lastModified: null };

describe('reading a feed', () => {
  let server: FeedServer;
  beforeAll(async () => {
    server = await startFeedServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.requests = [];
  });

  function read(path = '/feed', known = nothingKnown, limits: Partial<FeedLimits> = {}): Promise<FeedReading> {
    const reader = createFeedReader({
      userAgent: 'CommScore/1.2.3',
      access: withLoopback,
      limits: { ...feedLimits, ...limits },
    });
    return reader.read(server.address + path, known);
  }

  function answer(body: string | Buffer, headers: Record<string, string> = {}): void {
    server.answer = (_, response) => response.writeHead(200, headers).end(body);
  }

  function titles(reading: FeedReading): string[] {
    return reading.kind === 'read' ? reading.articles.map(({ fact }) => fact.title) : [];
  }

  it('names the product, takes gzip, and brings articles under their addresses', async () => {
    answer(gzipSync(rssOf(server.address, ['Paged attention', 'Prefix cache'])), {
      'content-encoding': 'gzip',
      etag: '"v1"',
      'last-modified': 'Tue, 24 Nov 2026 08:00:00 GMT',
      'cache-control': 'public, max-age=7200',
    });

    const reading = await read();

    const id = `${server.address}/posts/1`;
    expect(reading).toMatchObject({
      kind: 'read',
      validators: { etag: '"v1"', lastModified: 'Tue, 24 Nov 2026 08:00:00 GMT' },
      freshForMs: 7_200_000,
    });
    expect(reading.kind === 'read' && reading.articles[0]?.fact).toEqual({
      kind: 'document',
      id,
      url: id,
      title: 'Paged attention',
      body: 'About Paged attention.',
    });
    expect(server.requests[0]?.headers).toMatchObject({ 'user-agent': 'CommScore/1.2.3', 'accept-encoding': 'gzip' });
  });

  it('asks only for what has changed, and takes no for an answer', async () => {
    server.answer = ({ headers }, response) =>
      response.writeHead(headers['if-none-match'] === '"v1"' ? 304 : 200).end(rssOf(server.address, ['New']));
    const known = { etag: '"v1"', lastModified: 'Tue, 24 Nov 2026 08:00:00 GMT' };

    expect(await read('/feed', known)).toEqual({ kind: 'unchanged', freshForMs: 0 });
    expect(server.requests[0]?.headers['if-modified-since']).toBe('Tue, 24 Nov 2026 08:00:00 GMT');
    expect(titles(await read('/feed', nothingKnown))).toEqual(['New']);
  });

  it('does not believe that nothing has changed where nothing was known', async () => {
    server.answer = (_, response) => response.writeHead(304).end();

    expect(await read()).toMatchObject({ kind: 'failed', problem: { kind: 'status', status: 304 } });
  });

  it.each([
    [410, {}, { kind: 'gone' }, 0],
    [404, {}, { kind: 'status', status: 404 }, 0],
    [429, { 'retry-after': '120' }, { kind: 'status', status: 429 }, 120_000],
    [503, { 'retry-after': 'soon' }, { kind: 'status', status: 503 }, 0],
    [503, { 'retry-after': '999999999' }, { kind: 'status', status: 503 }, 30 * 86_400_000],
    [503, { 'retry-after': 'Tue, 01 Jan 2019 00:00:00 GMT' }, { kind: 'status', status: 503 }, 0],
  ])('tells status %s with %j as data', async (status, headers, problem, retryAfterMs) => {
    server.answer = (_, response) => response.writeHead(status, headers).end();

    expect(await read()).toEqual({ kind: 'failed', problem, retryAfterMs });
  });

  it('follows a few redirects', async () => {
    server.answer = ({ url = '' }, response) => {
      const hop = Number(url.slice(1));
      if (hop < 5) response.writeHead(302, { location: `/${hop + 1}` }).end();
      else response.writeHead(200).end(rssOf(server.address, ['Arrived']));
    };

    expect(titles(await read('/0'))).toEqual(['Arrived']);
  });

  it('leaves a loop of redirects', async () => {
    server.answer = (_, response) => response.writeHead(301, { location: '/feed' }).end();

    expect(await read()).toMatchObject({ problem: { kind: 'too-many-redirects' } });
    expect(server.requests).toHaveLength(6);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/feed',
    'http://[::ffff:10.0.0.1]/feed',
    'http://2130706434/feed',
    'http://10.1/feed',
    'http://192.168.0.1/feed',
    'file:///etc/passwd',
    'ftp://example.com/feed',
    'http://user:secret@example.com/feed',
  ])('is not led on to %s', async (location) => {
    server.answer = (_, response) => response.writeHead(307, { location }).end();

    expect(await read()).toMatchObject({ kind: 'failed', problem: { kind: 'address' } });
  });

  it.each([
    ['at once where its length is told', { 'content-length': '5000000' }],
    ['while it comes', {}],
  ])('stops reading what is too large, %s', async (_, headers) => {
    server.answer = (_request, response) => {
      response.writeHead(200, headers);
      const more = () => response.write(Buffer.alloc(65_536, 32)) || response.once('drain', more);
      const timer = setInterval(more, 1);
      response.once('close', () => clearInterval(timer));
    };

    expect(await read()).toMatchObject({ problem: { kind: 'too-large' } });
  });

  it('stops unpacking what is large inside', async () => {
    answer(gzipSync(Buffer.alloc(30 * 1024 * 1024)), { 'content-encoding': 'gzip' });

    expect(await read()).toMatchObject({ problem: { kind: 'too-large' } });
  });

  it('tells of a body that is cut or packed in another way', async () => {
    answer(gzipSync(rssOf(server.address, ['Cut'])).subarray(0, 60), { 'content-encoding': 'gzip' });
    expect(await read()).toMatchObject({ problem: { kind: 'unreachable' } });

    answer('x', { 'content-encoding': 'br' });
    expect(await read()).toMatchObject({ problem: { kind: 'not-a-feed' } });
  });

  it.each([
    ['never answers', () => undefined],
    ['drips', (write: (text: string) => void) => write('<rss>')],
  ])('gives up on a server that %s', async (_, start) => {
    server.answer = (_request, response) => start((text) => response.writeHead(200).write(text));

    expect(await read('/feed', nothingKnown, { timeMs: 150 })).toMatchObject({ problem: { kind: 'too-slow' } });
  });

  it('tells why nobody answers', async () => {
    const gone = await startFeedServer();
    await gone.close();

    const reading = await createFeedReader({ userAgent: 'x', access: withLoopback }).read(gone.address, nothingKnown);

    expect(reading).toMatchObject({ problem: { kind: 'unreachable', code: 'ECONNREFUSED' } });
  });

  it.each([
    ['a web page', '<!doctype html><html><body>Hello</body></html>'],
    ['nothing', ''],
    ['broken XML', '<rss version="2.0"><channel><item><title>a</tit'],
    ['JSON of another kind', '{"items": 7}'],
    ['bytes', '\u0000\u0001\u0002'],
  ])('says that %s is no feed', async (_, body) => {
    answer(body);

    expect(await read()).toMatchObject({ problem: { kind: 'not-a-feed' } });
  });

  it('reads a feed in its own encoding where the header names another', async () => {
    const home = server.address;
    const text = `<?xml version="1.0" encoding="GBK"?><rss version="2.0"><channel><link>${home}</link><item><link>${home}/1</link><title>`;
    const title = Buffer.from([0xbb, 0xba, 0xb4, 0xe6]);
    answer(Buffer.concat([Buffer.from(text), title, Buffer.from('</title></item></channel></rss>')]), {
      'content-type': 'text/xml; charset=utf-8',
    });

    expect(titles(await read())).toEqual(['缓存']);
  });

  it('keeps the newest articles', async () => {
    const entry = (day: number) =>
      `<item><title>day ${day}</title><link>${server.address}/${day}</link><pubDate>${day} Nov 2026 00:00:00 GMT</pubDate></item>`;
    answer(`<rss version="2.0"><channel>${[1, 3, 2].map(entry).join('')}</channel></rss>`);

    expect(titles(await read('/feed', nothingKnown, { newest: 2 }))).toEqual(['day 3', 'day 2']);
  });
});
