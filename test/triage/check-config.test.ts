import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { checkConfig, checkConfigLater } from '../../src/triage/check-config.ts';
import type { Job } from '../../src/triage/job.ts';
import { aReading, type FakeGitHub, fakeGitHub } from '../fakes/github.ts';

const ref: ThreadRef = { installationId: 7, owner: 'acme', repo: 'engine', type: 'pull', number: 5 };
const file = { path: '.github/commscore.yml', added: 1, deleted: 0 };
const pull = aReading({ type: 'pull' }, { files: [file], head: 'aaa' });

describe('the check of a configuration', () => {
  let github: FakeGitHub;
  let queued: Job[];
  let told: string[];
  beforeEach(() => {
    github = fakeGitHub();
    github.threads.set('acme/engine#5', pull);
    queued = [];
    told = [];
  });

  const queue = { add: async (job: Job) => void queued.push(job) };
  const tell = (_: object, sentence: string) => void told.push(sentence);
  const log = { info: tell, warn: tell, error: tell };
  const run = (over: { id?: string; again?: true } = {}) =>
    checkConfig({ kind: 'check-config', id: 'd-1', thread: ref, ...over }, { github, queue, log });

  it.each([
    ['a pull that changes it', pull, 1],
    ['a draft that changes it', { ...pull, draft: true }, 1],
    ['a pull that changes something else', { ...pull, files: [{ ...file, path: 'README.md' }] }, 0],
    ['a pull that is closed', { ...pull, fact: { ...pull.fact, state: 'closed' as const } }, 0],
    ['a pull that is gone', null, 0],
  ])('is asked for by %s', async (_what, reading, jobs) => {
    await checkConfigLater(ref, reading, { queue });

    expect(queued).toHaveLength(jobs);
  });

  it('has the same name for the same head, and another for the next', async () => {
    await checkConfigLater(ref, pull, { queue });
    await checkConfigLater(ref, pull, { queue });
    await checkConfigLater(ref, { ...pull, head: 'bbb' }, { queue });

    expect(new Set(queued.map(({ id }) => id)).size).toBe(2);
    expect(queued[0]?.id).toBe(queued[1]?.id);
  });

  it('passes a good file and fails a bad one, once for each head', async () => {
    github.proposed.set('aaa', 'mode: loud').set('bbb', 'mode: auto');

    await run();
    await run({ id: 'd-2' });
    github.threads.set('acme/engine#5', { ...pull, head: 'bbb' });
    await run({ id: 'd-3' });

    expect(github.checks.map(({ head, report }) => [head, report.passed])).toEqual([
      ['aaa', false],
      ['bbb', true],
    ]);
  });

  it('is written again for the same head where somebody asks for it', async () => {
    await run();
    await run({ id: 'd-2', again: true });

    expect(github.checks).toHaveLength(2);
  });

  it('writes nothing in shadow mode', async () => {
    github.config = { ...github.config, mode: 'shadow' };

    await run();

    expect(github.checks).toEqual([]);
  });

  it('tells where it is not permitted, and fails nothing', async () => {
    github.mayCheck = false;

    await run();

    expect(told).toEqual(['configuration not checked: is `checks: write` granted to the app?']);
  });
});
