import { describe, expect, it } from '@jest/globals';
import { route } from '../../src/triage/route.ts';
import type { Route } from '../../src/triage/routed.ts';
import { aDeliveredThread, aDelivery } from '../fakes/deliveries.ts';

function firstJob(routed: Route) {
  if (routed.do === 'skip') throw new Error(`skipped: ${routed.because}`);
  const [first] = routed.jobs;
  if (first === undefined) throw new Error('no job');
  return first;
}

describe('route', () => {
  it('triages an opened issue at once, under one key per thread whatever the case of its repository', () => {
    expect(route(aDelivery())).toEqual({
      do: 'enqueue',
      jobs: [
        {
          job: {
            kind: 'triage',
            id: 'd-1',
            thread: { installationId: 7, owner: 'Acme', repo: 'engine', type: 'issue', number: 5 },
            fresh: true,
          },
          key: 'triage acme/engine#5',
          delayMs: 0,
        },
      ],
    });
  });

  it.each([
    ['issues', 'edited', 'issue'],
    ['issues', 'labeled', 'issue'],
    ['issues', 'reopened', 'issue'],
    ['pull_request', 'synchronize', 'pull'],
    ['pull_request_review', 'submitted', 'pull'],
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
  });

  it.each([
    ['a closed thread', { thread: aDeliveredThread({ open: false }), action: 'closed' }],
    ['a locked thread', { thread: aDeliveredThread({ locked: true }), action: 'locked' }],
    ['a deleted thread', { action: 'deleted' }],
    ['a comment', { event: 'issue_comment', action: 'created' }],
  ])('only learns from %s', (_, over) => {
    expect(firstJob(route(aDelivery(over))).job.kind).toBe('observe');
  });

  it.each([
    ['not sent for an installation', { installationId: null }],
    ['not about a repository', { repository: null }],
    ['opened by a bot', { thread: aDeliveredThread({ authorIsBot: true }) }],
    ['transferred: the new place gets its own delivery', { action: 'transferred' }],
    ['written by a bot', { event: 'issue_comment', action: 'created', sender: { login: 'x[bot]', bot: true } }],
    ['nothing to do for star', { event: 'star', action: 'created', thread: null }],
    ['nothing to do for pull_request_review_comment', { event: 'pull_request_review_comment', action: 'created' }],
    ['not a push to the default branch', { event: 'push', action: '', thread: null, branch: 'topic' }],
    ['no repository came or went', { event: 'installation', action: 'suspend', repository: null }],
  ])('says why it skips: %s', (because, over) => {
    expect(route(aDelivery(over))).toEqual({ do: 'skip', because });
  });

  it.each([
    ['the repository is a fork', { fork: true, archived: false }],
    ['the repository is archived', { fork: false, archived: true }],
  ])('leaves alone: %s', (because, marks) => {
    const repository = { owner: 'acme', repo: 'engine', defaultBranch: 'main', ...marks };

    expect(route(aDelivery({ repository }))).toEqual({ do: 'skip', because });
  });

  it('learns the history again after a push to the default branch', () => {
    const { job, key } = firstJob(route(aDelivery({ event: 'push', action: '', thread: null, branch: 'main' })));

    expect(job.kind).toBe('learn');
    expect(key).toBe('learn acme/engine');
  });

  it('learns every repository that came and forgets every one that went, each under an id of its own', () => {
    const came = { installationId: 7, owner: 'acme', repo: 'new' };
    const went = { installationId: 7, owner: 'acme', repo: 'old' };

    const routed = route(
      aDelivery({
        event: 'installation_repositories',
        action: 'added',
        repository: null,
        thread: null,
        repositoriesAdded: [came],
        repositoriesRemoved: [went],
      }),
    );

    expect(routed).toMatchObject({
      do: 'enqueue',
      jobs: [
        { job: { kind: 'learn', id: 'd-1/acme/new', repository: came } },
        { job: { kind: 'forget', id: 'd-1/acme/old', repository: went } },
      ],
    });
  });
});
