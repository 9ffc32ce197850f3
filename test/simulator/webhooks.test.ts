import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDescription } from './description.ts';
import { checkSchema } from './schema-check.ts';
import { type Simulator, startSimulator } from './simulator.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

describe('simulated webhooks', () => {
  let simulator: Simulator;
  let server: Server;
  let received: Received[];
  let status: number;

  beforeEach(async () => {
    received = [];
    status = 202;
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status).end('thanks');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    simulator = await startSimulator({
      webhookUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks`,
    });
    const categories = [{ name: 'Q&A', answerable: true }];
    await simulator.addRepository({ owner: 'acme', name: 'engine', categories, collaborators: { mira: 'write' } });
  });

  afterEach(async () => {
    await simulator.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const eventName = ({ headers, body }: Received): string =>
    [headers['x-github-event'], (JSON.parse(body) as { action?: string }).action].filter(Boolean).join('.');

  it('signs what it sends and says where it comes from', async () => {
    await simulator.install('acme');
    await simulator.openIssue('acme/engine', { title: 'It leaks — 内存', author: 'ana' });

    const { headers, body } = received.at(-1) ?? { headers: {}, body: '' };
    const mac = createHmac('sha256', simulator.app.webhookSecret).update(body).digest('hex');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${mac}`);
    expect(headers['x-github-delivery']).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(body)).toMatchObject({ action: 'opened', issue: { number: 1, title: 'It leaks — 内存' } });
  });

  // Compiling GitHub's descriptions of twenty events takes seconds.
  it('sends payloads that fit GitHub’s description of each event', async () => {
    await simulator.install('acme');
    const issue = {
      repository: 'acme/engine',
      number: (await simulator.openIssue('acme/engine', { title: 'It leaks', body: 'b', author: 'ana' })).number,
    };
    await simulator.editThread(issue, { body: 'Memory.' }, 'ana');
    await simulator.label(issue, ['bug'], 'mira');
    await simulator.unlabel(issue, 'bug', 'mira');
    await simulator.assign(issue, ['mira'], 'mira');
    const comment = await simulator.comment(issue, { author: 'mira', body: 'Seen.' });
    await simulator.editComment(comment, 'Seen it.', 'mira');
    await simulator.deleteComment(comment, 'mira');
    await simulator.closeThread(issue, 'mira');
    await simulator.reopenThread(issue, 'mira');
    await simulator.push('acme/engine', { author: 'mira', message: 'Start', files: { a: 'a\n' } });
    const { number } = await simulator.openPull('acme/engine', {
      title: 'Add',
      body: 'b',
      author: 'ana',
      files: { b: 'b\n' },
    });
    const pull = { repository: 'acme/engine', number };
    await simulator.requestReview(pull, ['mira'], 'ana');
    await simulator.push('acme/engine', { author: 'ana', message: 'More', files: { c: 'c\n' }, branch: 'change-2' });
    await simulator.reviewPull(pull, { author: 'mira', state: 'APPROVED', body: 'Good.' });
    await simulator.mergePull(pull, 'mira');
    const asked = await simulator.openDiscussion('acme/engine', { title: 'How?', body: 'b', author: 'ana' });
    const discussion = { repository: 'acme/engine', number: asked.number };
    const answer = await simulator.comment(discussion, { author: 'mira', body: 'So.' });
    await simulator.answerDiscussion(discussion, answer, 'ana');
    await simulator.uninstall('acme');

    expect(received.map(eventName)).toEqual([
      'installation.created',
      'issues.opened',
      'issues.edited',
      'issues.labeled',
      'issues.unlabeled',
      'issues.assigned',
      'issue_comment.created',
      'issue_comment.edited',
      'issue_comment.deleted',
      'issues.closed',
      'issues.reopened',
      'push',
      'pull_request.opened',
      'pull_request.review_requested',
      'push',
      'pull_request.synchronize',
      'pull_request_review.submitted',
      'pull_request.closed',
      'push',
      'discussion.created',
      'discussion_comment.created',
      'discussion.answered',
      'installation.deleted',
    ]);
    const webhooks = loadDescription()['x-webhooks'];
    const problems = received.flatMap((one) => {
      const name = eventName(one).replaceAll(/[._]/g, '-');
      const schema = webhooks[name]?.post.requestBody?.content['application/json']?.schema;
      const problem = schema === undefined ? 'not described' : checkSchema(schema, JSON.parse(one.body), 'request');
      return problem === null ? [] : [`${name}: ${problem}`];
    });
    expect(problems).toEqual([]);
  }, 120_000);

  it('tells only the installations that reach the repository, and nobody after it is uninstalled', async () => {
    await simulator.addRepository({ owner: 'acme', name: 'other' });
    await simulator.addRepository({ owner: 'zeta', name: 'tools' });
    await simulator.install('acme', ['engine']);

    await simulator.openIssue('acme/other', { title: 'x', author: 'ana' });
    await simulator.openIssue('zeta/tools', { title: 'x', author: 'ana' });
    await simulator.changeRepositories('acme', 'added', ['other']);
    await simulator.openIssue('acme/other', { title: 'y', author: 'ana' });
    await simulator.uninstall('acme');
    await simulator.openIssue('acme/engine', { title: 'z', author: 'ana' });

    expect(received.map(eventName)).toEqual([
      'installation.created',
      'installation_repositories.added',
      'issues.opened',
      'installation.deleted',
    ]);
  });

  it('records what came of each delivery and repeats one under its id', async () => {
    await simulator.install('acme');
    status = 503;
    await simulator.openIssue('acme/engine', { title: 'x', author: 'ana' });
    const failed = simulator.deliveries.find((delivery) => delivery.status === 503);
    if (failed === undefined) throw new Error('nothing failed');

    status = 202;
    const again = await simulator.redeliver(failed);

    expect(again).toMatchObject({ guid: failed.guid, redelivery: true, status: 202, answer: 'thanks' });
    expect(received.at(-1)?.body).toBe(received.at(-2)?.body);
  });

  it('sends what it is given, unsigned or wrongly signed as wanted', async () => {
    await simulator.deliver({ event: 'ping', payload: { zen: 'Keep it logically awesome.' }, signature: null });
    await simulator.deliver({ event: 'ping', payload: '{', signature: 'sha256=00' });

    expect(received.map(({ headers }) => headers['x-hub-signature-256'])).toEqual([undefined, 'sha256=00']);
  });
});
