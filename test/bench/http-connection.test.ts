import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { openConnection } from '../../bench/http-connection.ts';
import { quantile } from '../../bench/quantile.ts';
import { webhookRequest } from '../../bench/webhook-request.ts';

describe('the connection that webhooks are sent over', () => {
  it('reads each answer to its end, with a length and in chunks', async () => {
    const answers: RequestListener[] = [
      (_req, res) => void res.writeHead(202, { 'content-length': 8 }).end('accepted'),
      (_req, res) => void res.writeHead(200).end('ok'),
      (_req, res) => void res.writeHead(503, { 'content-length': 0 }).end(),
    ];
    let asked = 0;
    const server = createServer((req, res) => {
      req.resume().on('end', () => answers[asked++]?.(req, res));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const connection = await openConnection((server.address() as AddressInfo).port);

    const statuses: number[] = [];
    for (const number of [1, 2, 3]) {
      statuses.push(await connection.send(webhookRequest({ number, path: '/', secret: 'secret' })));
    }

    expect(statuses).toEqual([202, 200, 503]);
    connection.close();
    server.close();
  });
});

describe('quantiles', () => {
  it('are values that were measured, at the nearest rank', () => {
    expect([0.5, 0.99, 1].map((q) => quantile([30, 10, 20, 40], q))).toEqual([20, 40, 40]);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
