import { describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/domain/delivery.ts';
import { laneOf } from '../../src/triage/job.ts';
import { route } from '../../src/triage/route.ts';
import type { Route } from '../../src/triage/routed.ts';
import { aDeliveredThread, aDelivery } from '../fakes/deliveries.ts';

const engine = { installationId: 7, owner: 'Acme', repo: 'engine' };
const marked = { owner: 'Acme', repo: 'engine', defaultBranch: 'main', fork: false, archived: false };

function jobs(routed: Route) {
  if (routed.do === 'skip') throw new Error(`skipped: ${routed.because}`);
  return routed.jobs;
}

function firstJob(routed: Route) {
  const [first] = jobs(routed);
  if (first === undefined) throw new Error('no job');
  return first;
}

function aboutPlace(event: string, action: string, over: Partial<Delivery> = {}): Delivery {
  return aDelivery({ event, action, thread: null, ...over });
}

describe('route of checks', () => {
  it.each(['check_run', 'check_suite'])('checks the configuration again where %s is asked for again', (event) => {
    const delivery = aDelivery({ event, action: 'rerequested', thread: null, checked: 9 });

    expect(firstJob(route(delivery)).job).toEqual({
      kind: 'check-config',
      id: 'd-1',
      thread: { ...engine, type: 'pull', number: 9 },
      again: true,
    });
  });

  it.each([
    ['completed', 9],
    ['rerequested', null],
  ])('skips check_run.%s of pull %s', (action, checked) => {
    expect(route(aDelivery({ event: 'check_run', action, thread: null, checked })).do).toBe('skip');
  });

  it('looks at each head of a bot’s pull for its configuration alone', () => {
    const thread = aDeliveredThread({ type: 'pull', authorIsBot: true });

    const kinds = ['opened', 'synchronize', 'labeled'].map((action) => {
      const routed = route(aDelivery({ event: 'pull_request', action, thread }));
      return routed.do === 'skip' ? null : firstJob(routed).job.kind;
    });

    expect(kinds).toEqual(['check-config', 'check-config', null]);
  });
});

describe('route of threads', () => {
  it('triages an opened issue at once, under one key per thread whatever the case of its repository', () => {
    expect(route(aDelivery())).toEqual({
      do: 'enqueue',
      jobs: [
        {
          job: { kind: 'triage', id: 'd-1', thread: { ...engine, type: 'issue', number: 5 }, fresh: true },
          key: 'triage acme/engine#5',
          delayMs: 0,
        },
      ],
    });
  });

  it.each([
    ['issues', 'edited', 'issue'],
    ['issues', 'labeled', 'issue'],
    ['issues', 'unlabeled', 'issue'],
    ['issues', 'assigned', 'issue'],
    ['issues', 'unassigned', 'issue'],
    ['issues', 'reopened', 'issue'],
    ['issues', 'unlocked', 'issue'],
    ['pull_request', 'synchronize', 'pull'],
    ['pull_request', 'review_requested', 'pull'],
    ['pull_request', 'review_request_removed', 'pull'],
    ['pull_request', 'converted_to_draft', 'pull'],
    ['pull_request_review', 'submitted', 'pull'],
    ['pull_request_review', 'edited', 'pull'],
    ['pull_request_review', 'dismissed', 'pull'],
    ['discussion', 'answered', 'discussion'],
    ['discussion', 'unanswered', 'discussion'],
    ['discussion', 'category_changed', 'discussion'],
  ] as const)('waits for the burst to end after %s.%s', (event, action, type) => {
    const { job, delayMs } = firstJob(route(aDelivery({ event, action, thread: aDeliveredThread({ type }) })));

    expect(job).toMatchObject({ kind: 'triage', fresh: false, thread: { type } });
    expect(delayMs).toBeGreaterThan(0);
  });

  it.each([
    ['pull_request', 'opened', 'pull'],
    ['pull_request', 'ready_for_review', 'pull'],
    ['discussion', 'created', 'discussion'],
  ] as const)('takes %s.%s for a new thread', (event, action, type) => {
    const { job } = firstJob(route(aDelivery({ event, action, thread: aDeliveredThread({ type }) })));

    expect(job).toMatchObject({ kind: 'triage', fresh: true });
    expect(job).not.toHaveProperty('transferred');
  });

  it('knows a thread that comes from another repository', () => {
    const { job } = firstJob(route(aDelivery({ thread: aDeliveredThread({ transferred: true }) })));

    expect(job).toMatchObject({ kind: 'triage', fresh: true, transferred: true });
  });

  it.each([
    ['a closed thread', { thread: aDeliveredThread({ open: false }), action: 'closed' }],
    ['a locked thread', { thread: aDeliveredThread({ locked: true }), action: 'locked' }],
    ['a comment', { event: 'issue_comment', action: 'created' }],
    ['a comment that was deleted', { event: 'issue_comment', action: 'deleted' }],
    ['an answer that was edited', { event: 'discussion_comment', action: 'edited' }],
    ['the end of a bot’s thread', { action: 'closed', thread: aDeliveredThread({ authorIsBot: true, open: false }) }],
    ['a bot’s thread that ended open', { action: 'closed', thread: aDeliveredThread({ authorIsBot: true }) }],
  ])('only learns from %s', (_, over) => {
    expect(firstJob(route(aDelivery(over))).job.kind).toBe('observe');
  });

  it.each([
    ['a new comment', { action: 'created' }, ['command', 'observe']],
    ['an edited comment, of which nothing is learnt', { action: 'edited' }, ['command']],
    ['a comment on a locked thread', { thread: aDeliveredThread({ locked: true }) }, ['command', 'observe']],
    ['a comment on a bot’s thread', { thread: aDeliveredThread({ authorIsBot: true }) }, ['command']],
    ['a comment that was deleted, which asks for nothing', { action: 'deleted' }, ['observe']],
  ])('does at once what is asked for in %s', (_, over, kinds) => {
    const comment = { id: 'IC_1', command: true };

    const routed = route(aDelivery({ event: 'issue_comment', action: 'created', comment, ...over }));

    const jobs = routed.do === 'enqueue' ? routed.jobs : [];
    expect(jobs.map(({ job }) => job.kind)).toEqual(kinds);
    for (const { job, key, delayMs } of jobs.filter(({ job }) => job.kind === 'command')) {
      expect({ job, key, delayMs }).toMatchObject({
        job: { comment: 'IC_1' },
        key: 'command acme/engine#5 IC_1',
        delayMs: 0,
      });
      expect(laneOf(job)).toBe('triage');
    }
  });

  it.each([
    ['issues', 'deleted', false],
    ['issues', 'transferred', false],
    ['discussion', 'deleted', false],
    ['discussion', 'transferred', true],
  ])('forgets at once what %s.%s says is gone', (event, action, authorIsBot) => {
    const { job, delayMs } = firstJob(route(aDelivery({ event, action, thread: aDeliveredThread({ authorIsBot }) })));

    expect(job.kind).toBe('forget-thread');
    expect(delayMs).toBe(0);
    expect(laneOf(job)).toBe('triage');
  });

  it.each([
    ['not sent for an installation', { installationId: null }],
    ['not about a repository', { repository: null }],
    ['opened by a bot', { thread: aDeliveredThread({ authorIsBot: true }) }],
    ['opened by a bot', { event: 'issue_comment', thread: aDeliveredThread({ authorIsBot: true, open: false }) }],
    ['written by a bot', { event: 'issue_comment', action: 'created', sender: { login: 'x[bot]', bot: true } }],
    ['the words of a comment are not learnt', { event: 'issue_comment', action: 'edited' }],
    ['nothing is learnt from pinned', { action: 'pinned' }],
    ['nothing is learnt from enqueued', { event: 'pull_request', action: 'enqueued' }],
    ['nothing is learnt from typed', { action: 'typed' }],
    ['nothing to do for star', { event: 'star', action: 'created', thread: null }],
    ['nothing to do for pull_request_review_comment', { event: 'pull_request_review_comment', action: 'created' }],
    ['not a push to the default branch', { event: 'push', action: '', thread: null, branch: 'topic' }],
    ['the repository is a fork', { repository: { ...marked, fork: true } }],
    ['the repository is archived', { repository: { ...marked, archived: true } }],
  ])('says why it skips: %s', (because, over) => {
    expect(route(aDelivery(over))).toEqual({ do: 'skip', because });
  });

  it('learns the history again after a push to the default branch', () => {
    const { job, key } = firstJob(route(aboutPlace('push', '', { branch: 'main' })));

    expect(job).toEqual({ kind: 'learn', id: 'd-1/acme/engine', repository: engine });
    expect(key).toBe('learn acme/engine');
  });
});

describe('route of places', () => {
  it('learns every repository that came and forgets every one that went, each under an id of its own', () => {
    const came = { installationId: 7, owner: 'acme', repo: 'new' };
    const went = { installationId: 7, owner: 'acme', repo: 'old' };

    const routed = route(
      aboutPlace('installation_repositories', 'added', {
        repository: null,
        repositoriesAdded: [came],
        repositoriesRemoved: [went],
      }),
    );

    expect(routed).toMatchObject({
      do: 'enqueue',
      jobs: [
        { job: { kind: 'learn', id: 'd-1/acme/new', repository: came, arrived: true } },
        { job: { kind: 'forget', id: 'd-1/acme/old', repository: went } },
      ],
    });
  });

  it.each([
    ['suspend', 'suspended'],
    ['unsuspend', 'resumed'],
    ['new_permissions_accepted', 'permitted'],
    ['deleted', 'removed'],
  ])('takes note of installation.%s', (action, change) => {
    const { job } = firstJob(route(aboutPlace('installation', action, { repository: null })));

    expect(job).toEqual({ kind: 'installation', id: 'd-1', installationId: 7, change });
    expect(laneOf(job)).toBe('triage');
  });

  it.each(['renamed', 'transferred'])('keeps a repository that was %s, archived or not', (action) => {
    const formerly = { owner: 'Acme', repo: 'motor' };
    const repository = { ...marked, archived: true };

    const { job, key } = firstJob(route(aboutPlace('repository', action, { formerly, repository })));

    expect(job).toEqual({ kind: 'rename', id: 'd-1', repository: engine, formerly });
    expect(key).toBe('rename acme/engine');
    expect(laneOf(job)).toBe('triage');
  });

  it.each([
    ['deleted', 'forget', {}],
    ['deleted', 'forget', { repository: { ...marked, archived: true } }],
    ['created', 'learn', {}],
    ['unarchived', 'learn', {}],
    ['edited', 'learn', { changed: ['default_branch'] }],
  ])('repository.%s leads to %s', (action, kind, over) => {
    expect(firstJob(route(aboutPlace('repository', action, over))).job).toMatchObject({ kind, repository: engine });
  });

  it.each([
    ['installation_target', 'renamed'],
    ['organization', 'renamed'],
  ])('moves all that an account has after %s.%s', (event, action) => {
    const account = { name: 'Acme', formerly: 'Apex' };

    const { job } = firstJob(route(aboutPlace(event, action, { repository: null, account })));

    expect(job).toEqual({ kind: 'rename-owner', id: 'd-1', installationId: 7, owner: 'Acme', formerly: 'Apex' });
  });

  it.each([
    ['edited', { name: 'defect', formerly: 'bug' }, { from: 'bug', to: 'defect' }],
    ['deleted', { name: 'bug', formerly: null }, { from: 'bug', to: null }],
  ])('lets threads follow a label that was %s', (action, label, change) => {
    const { job } = firstJob(route(aboutPlace('label', action, { label })));

    expect(job).toEqual({ kind: 'relabel', id: 'd-1', repository: engine, ...change });
  });

  it.each([
    ['no repository came or went', 'installation', 'created', {}],
    ['who has access is read anew when it is needed', 'member', 'removed', {}],
    [
      'who has access is read anew when it is needed',
      'organization',
      'member_removed',
      { account: { name: 'acme', formerly: null } },
    ],
    ['who has access is read anew when it is needed', 'team', 'edited', { account: { name: 'acme', formerly: null } }],
    ['who has access is read anew when it is needed', 'membership', 'removed', {}],
    ['labels are read anew when they are needed', 'label', 'created', { label: { name: 'bug', formerly: null } }],
    ['labels are read anew when they are needed', 'label', 'edited', { label: { name: 'bug', formerly: null } }],
    ['nothing that is learnt of the repository changed', 'repository', 'publicized', {}],
    ['nothing that is learnt of the repository changed', 'repository', 'edited', { changed: ['description'] }],
    ['the repository is archived', 'repository', 'archived', { repository: { ...marked, archived: true } }],
    ['the repository is a fork', 'repository', 'created', { repository: { ...marked, fork: true } }],
  ])('says why it skips: %s (%s.%s)', (because, event, action, over) => {
    expect(route(aboutPlace(event, action, over))).toEqual({ do: 'skip', because });
  });
});
