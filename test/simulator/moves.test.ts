import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDescription } from './description.ts';
import { checkSchema } from './schema-check.ts';
import { type Simulator, startSimulator } from './simulator.ts';

interface Received {
  event: string;
  payload: { action: string; [key: string]: unknown };
}

const EVENTS = [
  'issues',
  'discussion',
  'discussion_comment',
  'pull_request',
  'pull_request_review',
  'label',
  'member',
  'repository',
  'installation_target',
];

describe('threads, labels and places that go or get another name', () => {
  let simulator: Simulator;
  let server: Server;
  let received: Received[];
  beforeEach(async () => {
    received = [];
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const payload = JSON.parse(Buffer.concat(chunks).toString()) as Received['payload'];
      received.push({ event: String(request.headers['x-github-event']), payload });
      response.writeHead(202).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    simulator = await startSimulator({ webhookUrl, app: { events: EVENTS } });
    const categories = [{ name: 'Q&A', answerable: true }];
    await simulator.addRepository({ owner: 'acme', name: 'engine', categories, labels: ['bug', 'old'] });
    await simulator.addRepository({ owner: 'acme', name: 'docs', labels: ['bug'], collaborators: { mira: 'write' } });
    await simulator.push('acme/engine', { author: 'mira', message: 'Start', files: { a: 'a\n' } });
    await simulator.install('acme');
    received = [];
  });
  afterEach(async () => {
    await simulator.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const told = () => received.map(({ event, payload }) => `${event}.${payload.action}`);

  /** What of the deliveries is not as GitHub describes them. */
  function problems(): string[] {
    const webhooks = loadDescription()['x-webhooks'];
    return received.flatMap(({ event, payload }) => {
      const name = `${event}-${payload.action}`.replaceAll('_', '-');
      const schema = webhooks[name]?.post.requestBody?.content['application/json']?.schema;
      const problem = schema === undefined ? 'not described' : checkSchema(schema, payload, 'request');
      return problem === null ? [] : [`${name}: ${problem}`];
    });
  }

  it('are told as GitHub describes it', async () => {
    const opened = await simulator.openIssue('acme/engine', { title: 'x', body: 'b', author: 'ana', labels: ['bug'] });
    const moved = await simulator.transferThread(
      { repository: 'acme/engine', number: opened.number },
      'acme/docs',
      'mira',
    );
    await simulator.deleteThread({ repository: 'acme/docs', number: moved.number }, 'mira');
    const asked = await simulator.openDiscussion('acme/engine', { title: 'How?', body: 'b', author: 'ana' });
    const discussion = { repository: 'acme/engine', number: asked.number };
    const answer = await simulator.comment(discussion, { author: 'mira', body: 'So.' });
    await simulator.answerDiscussion(discussion, answer, 'ana');
    await simulator.unanswerDiscussion(discussion, 'ana');
    await simulator.deleteThread(discussion, 'mira');
    const files = { b: 'b\n' };
    const { number } = await simulator.openPull('acme/engine', { title: 'Add', body: 'b', author: 'ana', files });
    const pull = { repository: 'acme/engine', number };
    const review = await simulator.reviewPull(pull, { author: 'mira', state: 'APPROVED', body: 'Good.' });
    await simulator.dismissReview(review, 'ana');
    await simulator.convertToDraft(pull, 'ana');
    await simulator.renameLabel('acme/engine', 'bug', 'defect', 'mira');
    await simulator.deleteLabel('acme/engine', 'old', 'mira');
    await simulator.removeCollaborator('acme/docs', 'mira');
    await simulator.renameRepository('acme/engine', 'motor');
    await simulator.archiveRepository('acme/docs');
    await simulator.deleteRepository('acme/docs');
    await simulator.renameAccount('acme', 'apex');

    expect(told()).toEqual([
      'issues.opened',
      'issues.transferred',
      'issues.opened',
      'issues.deleted',
      'discussion.created',
      'discussion_comment.created',
      'discussion.answered',
      'discussion.unanswered',
      'discussion.deleted',
      'pull_request.opened',
      'pull_request_review.submitted',
      'pull_request_review.dismissed',
      'pull_request.converted_to_draft',
      'label.edited',
      'label.deleted',
      'member.removed',
      'repository.renamed',
      'repository.archived',
      'repository.deleted',
      'installation_target.renamed',
    ]);
    expect(problems()).toEqual([]);
    expect(moved).toMatchObject({ number: 1, createdAt: opened.createdAt, labels: [{ name: 'bug' }] });
  }, 120_000);

  it('are found by their former names, with their code', async () => {
    await simulator.renameRepository('acme/engine', 'motor');
    await simulator.renameAccount('acme', 'apex');

    expect(simulator.repository('acme/engine')).toBe(simulator.repository('apex/motor'));
    expect(await simulator.repository('apex/motor').git.read('main:a')).not.toBeNull();
  });

  it('tells the new owner’s installation of a repository that comes', async () => {
    await simulator.install('zeta');
    received = [];

    await simulator.transferRepository('acme/engine', 'zeta');

    expect(told()).toEqual(['repository.transferred']);
    expect(problems()).toEqual([]);
    expect(received[0]?.payload).toMatchObject({
      repository: { full_name: 'zeta/engine' },
      changes: { owner: { from: { organization: { login: 'acme' } } } },
    });
  }, 60_000);
});
