import { createHmac, randomUUID } from 'node:crypto';

/** About the size of what GitHub sends: 12 kB. */
const BODY = 'The cache evicts entries that were read a moment ago. '.repeat(200);
const INSTALLATIONS = 50;

/** A signed `issues.opened` as it goes over the wire. */
export function webhookRequest({ number, path, secret }: { number: number; path: string; secret: string }): Buffer {
  const body = Buffer.from(JSON.stringify(payload(number)));
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'user-agent: GitHub-Hookshot/bench',
    'accept: */*',
    'content-type: application/json',
    `content-length: ${body.length}`,
    'x-github-event: issues',
    `x-github-delivery: ${randomUUID()}`,
    `x-hub-signature-256: sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

function payload(number: number): object {
  const ada = { login: 'ada', id: 1, type: 'User' };
  return {
    action: 'opened',
    installation: { id: 1 + (number % INSTALLATIONS) },
    repository: {
      id: 1,
      name: 'engine',
      full_name: 'acme/engine',
      owner: { login: 'acme', id: 2 },
      default_branch: 'main',
    },
    issue: {
      number,
      state: 'open',
      title: `Issue ${number}`,
      body: BODY,
      user: ada,
      created_at: '2026-01-01T00:00:00Z',
    },
    sender: ada,
  };
}
