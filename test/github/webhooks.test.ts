import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { toDelivery } from '../../src/github/webhooks.ts';

interface Example {
  name: string;
  examples: Record<string, unknown>[];
}

const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as Example[];
const payloads = examples.flatMap(({ name, examples: all }) => all.map((payload, index) => ({ name, index, payload })));

const WITH_THREAD = new Set([
  'issues',
  'issue_comment',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_review_thread',
  'discussion',
  'discussion_comment',
]);

describe('toDelivery on the examples GitHub publishes', () => {
  it('has all of them at hand', () => {
    expect(examples.length).toBeGreaterThanOrEqual(58);
    expect(payloads.length).toBeGreaterThanOrEqual(329);
  });

  it.each(payloads)('$name $index: has a thread exactly where the event is about one', ({ name, payload }) => {
    const delivery = toDelivery(name, 'd1', payload);

    expect(delivery.thread !== null).toBe(WITH_THREAD.has(name));
    expect(delivery.action).toBe(payload.action ?? '');
    expect(delivery.repository === null).toBe(payload.repository === undefined);
    expect(delivery.sender === null).toBe(payload.sender === undefined);
  });
});

describe('toDelivery', () => {
  const user = { login: 'octocat', type: 'User' };
  const issue = { number: 7, state: 'open', locked: false, user, created_at: '2026-01-02T03:04:05Z' };
  const repository = { name: 'hello', owner: { login: 'acme' }, default_branch: 'main', fork: false, archived: false };

  it('cuts an issue down to names and numbers', () => {
    const payload = { action: 'opened', issue, repository, sender: user, installation: { id: 9 } };

    expect(toDelivery('issues', 'd1', payload)).toEqual({
      id: 'd1',
      event: 'issues',
      action: 'opened',
      installationId: 9,
      repository: { owner: 'acme', repo: 'hello', defaultBranch: 'main', fork: false, archived: false },
      sender: { login: 'octocat', bot: false },
      thread: {
        type: 'issue',
        number: 7,
        open: true,
        locked: false,
        draft: false,
        authorIsBot: false,
        transferred: false,
        createdAt: '2026-01-02T03:04:05Z',
      },
      comment: null,
      checked: null,
      branch: null,
      changed: [],
      formerly: null,
      account: null,
      label: null,
      repositoriesAdded: [],
      repositoriesRemoved: [],
    });
  });

  it('takes a comment on the issue of a pull request for one on the pull request', () => {
    const delivery = toDelivery('issue_comment', 'd1', { issue: { ...issue, pull_request: { url: 'x' } } });

    expect(delivery.thread?.type).toBe('pull');
  });

  it.each([
    ['issue_comment', 'Thanks\n/commscore why', true],
    ['discussion_comment', '/commscore help', true],
    ['issue_comment', '> /commscore why', false],
    ['issue_comment', null, false],
  ])('tells whether the comment of an %s speaks to the app: %j', (event, body, command) => {
    const payload = { issue, discussion: issue, comment: { node_id: 'IC_1', id: 1, body } };

    expect(toDelivery(event, 'd1', payload).comment).toEqual({ id: 'IC_1', command });
  });

  it('knows a comment by its node id alone', () => {
    expect(toDelivery('issue_comment', 'd1', { issue, comment: { id: 1, body: '/commscore why' } }).comment).toBeNull();
    expect(toDelivery('pull_request_review_comment', 'd1', { comment: { node_id: 'PRRC_1' } }).comment).toBeNull();
  });

  it.each([
    [{ login: 'renovate[bot]', type: 'User' }, true],
    [{ login: 'renovate', type: 'Bot' }, true],
    [user, false],
    [null, false],
  ])('knows a bot by type or by name: %j', (author, expected) => {
    expect(toDelivery('issues', 'd1', { issue: { ...issue, user: author } }).thread?.authorIsBot).toBe(expected);
  });

  it.each([
    ['open', true],
    ['locked', true],
    ['closed', false],
    ['transferring', false],
  ])('takes a discussion that is %s for open: %s', (state, open) => {
    expect(toDelivery('discussion', 'd1', { discussion: { ...issue, state } }).thread?.open).toBe(open);
  });

  it.each([
    [{ ref: 'refs/heads/feature/x' }, 'feature/x'],
    [{ ref: 'refs/heads/main', deleted: true }, null],
    [{ ref: 'refs/tags/v1' }, null],
    [{}, null],
  ])('tells which branch a push moved: %j', (payload, branch) => {
    expect(toDelivery('push', 'd1', payload).branch).toBe(branch);
  });

  it.each([
    ['installation', 'created', 'repositories', 'repositoriesAdded'],
    ['installation', 'deleted', 'repositories', 'repositoriesRemoved'],
    ['installation_repositories', 'added', 'repositories_added', 'repositoriesAdded'],
    ['installation_repositories', 'removed', 'repositories_removed', 'repositoriesRemoved'],
  ] as const)('%s %s tells which repositories came or went', (event, action, key, field) => {
    const payload = { action, installation: { id: 3 }, [key]: [{ full_name: 'acme/hello' }, { full_name: 'bad' }] };

    expect(toDelivery(event, 'd1', payload)[field]).toEqual([{ installationId: 3, owner: 'acme', repo: 'hello' }]);
  });

  it.each([
    ['renamed', { repository: { name: { from: 'old' } } }, { owner: 'acme', repo: 'old' }],
    ['transferred', { owner: { from: { user: { login: 'octocat' } } } }, { owner: 'octocat', repo: 'hello' }],
    ['transferred', { owner: { from: { organization: { login: 'org' } } } }, { owner: 'org', repo: 'hello' }],
    ['edited', { description: { from: 'x' } }, null],
    ['renamed', { repository: 5 }, null],
  ])('tells what a repository that was %s by %j was called before', (action, changes, formerly) => {
    expect(toDelivery('repository', 'd1', { action, repository, changes }).formerly).toEqual(formerly);
  });

  it.each([
    ['installation', { installation: { id: 9, account: { login: 'acme' } } }, { name: 'acme', formerly: null }],
    [
      'installation_target',
      { account: { login: 'acme' }, changes: { login: { from: 'apex' } } },
      { name: 'acme', formerly: 'apex' },
    ],
    [
      'organization',
      { organization: { login: 'acme' }, changes: { login: { from: 'apex' } } },
      { name: 'acme', formerly: 'apex' },
    ],
    ['membership', { organization: { login: 'acme' } }, { name: 'acme', formerly: null }],
    ['issues', { organization: { login: 'acme' }, issue }, null],
  ])('tells which account an event %s is about', (event, payload, account) => {
    expect(toDelivery(event, 'd1', payload).account).toEqual(account);
  });

  it.each([
    [{ name: { from: 'bug' } }, { name: 'defect', formerly: 'bug' }],
    [{ color: { from: 'ffffff' } }, { name: 'defect', formerly: null }],
  ])('tells whether a label was renamed: %j', (changes, label) => {
    const delivery = toDelivery('label', 'd1', { action: 'edited', label: { name: 'defect' }, repository, changes });

    expect(delivery.label).toEqual(label);
    expect(delivery.changed).toEqual(Object.keys(changes));
  });

  it.each([
    ['issues', { issue, changes: { old_issue: { number: 3 }, old_repository: {} } }, true],
    ['discussion', { discussion: issue, changes: { old_discussion: { number: 3 } } }, true],
    ['issues', { issue, changes: { new_issue: { number: 3 } } }, false],
    ['issues', { issue }, false],
  ])('knows a thread of %s that comes from elsewhere', (event, payload, transferred) => {
    expect(toDelivery(event, 'd1', payload).thread?.transferred).toBe(transferred);
  });

  it.each([null, undefined, 1, 'text', [], { issue: 5 }, { issue: { number: 'x' } }, { issue: { number: 1 } }])(
    'reads %j as an event without a thread',
    (payload) => {
      expect(toDelivery('issues', 'd1', payload).thread).toBeNull();
    },
  );

  it('writes every time in UTC', () => {
    const payload = { issue: { ...issue, created_at: '2026-01-02T03:04:05.000-05:00' } };

    expect(toDelivery('issues', 'd1', payload).thread?.createdAt).toBe('2026-01-02T08:04:05.000Z');
  });
});

describe('a check that is asked for again', () => {
  it.each([
    ['ours, of a fork’s head', 'check_run', { external_id: 'pull/12/d-1', pull_requests: [] }, 12],
    ['ours, of a branch', 'check_run', { external_id: 'pull/12/d-1', pull_requests: [{ number: 13 }] }, 12],
    ['all of a commit', 'check_suite', { pull_requests: [{ number: 13 }] }, 13],
    ['somebody else’s', 'check_run', { external_id: 'build-1', pull_requests: [] }, null],
    ['unreadable', 'check_run', 'no', null],
    ['another event', 'issues', { pull_requests: [{ number: 13 }] }, null],
  ])('tells its pull: %s', (_what, event, check, pull) => {
    expect(toDelivery(event, 'd1', { action: 'rerequested', [event]: check }).checked).toBe(pull);
  });
});
