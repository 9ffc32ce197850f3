import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sign, verify } from '@octokit/webhooks-methods';
import type { Delivery } from '../../src/domain/delivery.ts';
import { MAX_BODY_BYTES } from '../../src/github/webhook-body.ts';
import { webhookHandler } from '../../src/github/webhook-server.ts';
import { signatureCheck } from '../../src/github/webhook-signature.ts';

const SECRET = 'a secret with ü';
const PATH = '/api/github/webhooks';
const ISSUE = JSON.stringify({
  action: 'opened',
  issue: { number: 3, state: 'open', created_at: '2026-01-01T00:00:00Z' },
});

let server: Server;
let accepted: Delivery[];
let logged: { facts: object; sentence: string }[];
let accept: (delivery: Delivery) => Promise<void>;

beforeEach(async () => {
  accepted = [];
  logged = [];
  accept = async (delivery) => void accepted.push(delivery);
  const write = (facts: object, sentence: string) => void logged.push({ facts, sentence });
  const handler = webhookHandler({
    path: PATH,
    secret: SECRET,
    accept: (delivery) => accept(delivery),
    log: { warn: write, error: write },
  });
  server = createServer(async (req, res) => {
    if (!(await handler(req, res))) res.writeHead(418).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

function signatureOf(body: string | Buffer): string {
  return `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
}

function headersFor(body: string | Buffer, changed: Record<string, string | undefined> = {}): Record<string, string> {
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'issues',
    'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
    'x-hub-signature-256': signatureOf(body),
    ...changed,
  };
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function address(): { host: string; port: number } {
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

interface Reply {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
}

async function send(
  body: string | Buffer,
  { headers = headersFor(body), path = PATH, method = 'POST', chunked = false } = {},
): Promise<Reply> {
  const req = request({ ...address(), path, method, headers, agent: false });
  if (chunked) req.setHeader('transfer-encoding', 'chunked');
  req.end(body);
  const [res] = await once(req, 'response');
  res.resume();
  await once(res, 'end');
  return { status: res.statusCode, headers: res.headers };
}

describe('a webhook that GitHub signed', () => {
  it('is answered 202 and accepted once', async () => {
    const reply = await send(ISSUE);

    expect(reply.status).toBe(202);
    expect(accepted).toHaveLength(1);
    expect(accepted[0]).toMatchObject({
      id: '72d3162e-cc78-11e3-81ab-4c9367dc0958',
      event: 'issues',
      action: 'opened',
      thread: { type: 'issue', number: 3 },
    });
  });

  it('is answered only when it has been accepted', async () => {
    const order: string[] = [];
    accept = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push('accepted');
    };

    await send(ISSUE);
    order.push('answered');

    expect(order).toEqual(['accepted', 'answered']);
  });

  it('is taken whatever it is about: every example that GitHub publishes', async () => {
    const all = createRequire(import.meta.url)('@octokit/webhooks-examples') as { name: string; examples: object[] }[];
    const statuses = new Set<number>();
    for (const { name, examples } of all) {
      for (const example of examples) {
        const body = JSON.stringify(example);
        statuses.add((await send(body, { headers: headersFor(body, { 'x-github-event': name }) })).status);
      }
    }

    expect([...statuses]).toEqual([202]);
    expect(accepted.length).toBeGreaterThanOrEqual(329);
  });

  it('may be a form', async () => {
    const body = new URLSearchParams({ payload: JSON.stringify({ action: 'a+b & ü' }) }).toString();

    const reply = await send(body, {
      headers: headersFor(body, { 'content-type': 'application/x-www-form-urlencoded' }),
    });

    expect(reply.status).toBe(202);
    expect(accepted[0]?.action).toBe('a+b & ü');
  });

  it('may come in chunks, with a charset and a query', async () => {
    const headers = headersFor(ISSUE, { 'content-type': 'application/json; charset=utf-8' });

    expect((await send(ISSUE, { headers, path: `${PATH}?x=1`, chunked: true })).status).toBe(202);
    expect(accepted).toHaveLength(1);
  });

  it('is answered 503 with a time to come back when it cannot be queued', async () => {
    accept = async () => {
      throw new Error('queue is down');
    };

    const reply = await send(ISSUE);

    expect(reply.status).toBe(503);
    expect(reply.headers['retry-after']).toBe('30');
    expect(logged).toHaveLength(1);
  });

  it('may be as large as GitHub sends', async () => {
    const body = JSON.stringify({ action: 'x'.repeat(MAX_BODY_BYTES - '{"action":""}'.length) });

    expect(Buffer.byteLength(body)).toBe(MAX_BODY_BYTES);
    expect((await send(body)).status).toBe(202);
  });
});

describe('a request that is no webhook of ours', () => {
  it.each([
    ['without an event', { 'x-github-event': undefined }, 400],
    ['with a hostile event', { 'x-github-event': '../issues' }, 400],
    ['without a delivery id', { 'x-github-delivery': undefined }, 400],
    ['with a hostile delivery id', { 'x-github-delivery': 'a:b c' }, 400],
    ['without a signature', { 'x-hub-signature-256': undefined }, 400],
    ['without a content type', { 'content-type': undefined }, 400],
    ['of another content type', { 'content-type': 'text/plain' }, 415],
    ['signed with another secret', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, 401],
    ['with a short signature', { 'x-hub-signature-256': 'sha256=00' }, 401],
    ['signed by SHA-1', { 'x-hub-signature-256': `sha1=${'0'.repeat(40)}` }, 401],
    ['signed over another body', { 'x-hub-signature-256': signatureOf(`${ISSUE} `) }, 401],
  ])('%s is refused', async (_title, changed, status) => {
    const reply = await send(ISSUE, { headers: headersFor(ISSUE, changed) });

    expect(reply.status).toBe(status);
    expect(accepted).toEqual([]);
  });

  it.each(['{"a":', '', 'null', '[]', '"text"', '3', 'payload={}'])(
    'signed but not a JSON object: %j',
    async (body) => {
      expect((await send(body)).status).toBe(400);
      expect(accepted).toEqual([]);
    },
  );

  it('signed form without a payload', async () => {
    const headers = headersFor('a=1', { 'content-type': 'application/x-www-form-urlencoded' });

    expect((await send('a=1', { headers })).status).toBe(400);
  });

  it.each([true, false])('over the limit is 413, chunked: %s', async (chunked) => {
    const reply = await send(Buffer.alloc(MAX_BODY_BYTES + 1, 0x20), { chunked });

    expect(reply.status).toBe(413);
    expect(accepted).toEqual([]);
  });

  it('on another path is left to the next handler', async () => {
    expect((await send(ISSUE, { path: `${PATH}x` })).status).toBe(418);
    expect((await send(ISSUE, { path: '/' })).status).toBe(418);
  });

  it('other than POST is 405', async () => {
    expect((await send('', { method: 'GET' })).status).toBe(405);
  });
});

describe('a sender who lies about the length', () => {
  function sendRaw(contentLength: number): Promise<string> {
    const headers = { ...headersFor(ISSUE), host: 'x', 'content-length': String(contentLength) };
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return new Promise((resolve, reject) => {
      let text = '';
      const socket = connect(address());
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
      socket.end(`POST ${PATH} HTTP/1.1\r\n${head.join('')}\r\n${ISSUE}`);
    });
  }

  it('short of the body is refused, since the signature was made over all of it', async () => {
    expect(await sendRaw(ISSUE.length - 5)).toMatch(/^HTTP\/1.1 40[01] /);
    expect(accepted).toEqual([]);
  });

  it('beyond the body has nothing accepted, and the server goes on', async () => {
    expect(await sendRaw(ISSUE.length + 5)).not.toMatch(/ 202 /);
    expect(accepted).toEqual([]);
    expect((await send(ISSUE)).status).toBe(202);
  });
});

describe('signatureCheck', () => {
  it('agrees with the library of GitHub', async () => {
    const signature = await sign(SECRET, ISSUE);

    expect(signatureCheck(SECRET)(Buffer.from(ISSUE), signature)).toBe(true);
    expect(await verify(SECRET, ISSUE, signatureOf(ISSUE))).toBe(true);
    expect(signatureCheck('other')(Buffer.from(ISSUE), signature)).toBe(false);
  });
});
