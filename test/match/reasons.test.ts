import { describe, expect, it } from '@jest/globals';
import type { ChangeFact, Fact, ThreadFact } from '../../src/domain/fact.ts';
import type { PersonReason } from '../../src/domain/reason.ts';
import { emptyTask, type Task } from '../../src/domain/task.ts';
import { parseCodeowners } from '../../src/match/codeowners.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { DAY_MS, latestOfEach, START, smallHistory } from './small-history.ts';

const AT = START + 800 * DAY_MS;
const options = { at: new Date(AT).toISOString(), k: 10 };
const review: Task = {
  ...emptyTask,
  type: 'pull',
  author: 'ann',
  files: [{ path: 'src/queue/worker.ts', added: 1, deleted: 0 }],
};
const issue: Task = { ...emptyTask, author: 'ann', title: 'queue crash', body: 'see src/web/page.ts', labels: ['bug'] };

function learnt(facts: Fact[]) {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return model;
}

/** Counts in the history itself what a reason claims. */
function recount(reason: PersonReason, login: string, facts: Fact[]): PersonReason {
  const changes = facts.filter((fact) => fact.kind === 'change');
  const threads = facts.filter((fact) => fact.kind === 'thread');
  const wrote = (change: ChangeFact) => isSame(change.author, login);
  const reviewed = (change: ChangeFact) =>
    !wrote(change) && change.reviewers.some((reviewer) => isSame(reviewer, login));
  switch (reason.kind) {
    case 'reviewed':
    case 'changed': {
      const did = reason.kind === 'reviewed' ? reviewed : wrote;
      const there = changes.filter(
        (change) => did(change) && change.files.some(({ path }) => isBelow(path, reason.path)),
      );
      const last = Math.max(...there.map(({ time }) => Date.parse(time)));
      return { ...reason, times: there.length, lastDays: Math.floor((AT - last) / DAY_MS) };
    }
    case 'reviewed-author': {
      const times = changes.filter((change) => reviewed(change) && isSame(change.author, reason.author)).length;
      return { ...reason, times };
    }
    case 'took-label':
    case 'answered-label': {
      const taken = takenIn(threads, reason.kind, login);
      return { ...reason, times: taken.filter(({ labels }) => labels.includes(reason.label)).length };
    }
    case 'took-similar':
    case 'answered-similar': {
      const taken = takenIn(threads, reason.kind, login);
      return { ...reason, threads: reason.threads.filter((id) => taken.some((thread) => thread.id === id)) };
    }
    case 'active': {
      const after = AT - reason.days * DAY_MS;
      const acts = changes.filter((change) => (wrote(change) || reviewed(change)) && Date.parse(change.time) > after);
      return { ...reason, times: acts.length };
    }
    case 'owner':
    case 'sweeping':
    case 'spreads-knowledge':
    case 'knows-terms':
      return reason;
  }
}

function takenIn(threads: ThreadFact[], kind: PersonReason['kind'], login: string): ThreadFact[] {
  const answered = kind === 'answered-similar' || kind === 'answered-label';
  return threads.filter(
    ({ type, assignees }) =>
      (type === 'discussion') === answered && assignees.some((assignee) => isSame(assignee, login)),
  );
}

function isSame(a: string | null, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function isBelow(path: string, area: string): boolean {
  return area === '' || path === area || path.startsWith(`${area}/`);
}

describe('reasons', () => {
  it.each([1, 2, 3, 4, 5, 6])('can be counted in the history (history %i)', (seed) => {
    const facts = latestOfEach(smallHistory(seed, 120));
    const model = learnt(facts);

    const people = [...model.reviewers(review, options), ...model.assignees(issue, options)];

    expect(people.length).toBeGreaterThan(4);
    for (const { login, reasons } of people) {
      expect(reasons).toEqual(reasons.map((reason) => recount(reason, login, facts)));
    }
  });

  it('stay true after the newest fact was taken away', () => {
    const facts = latestOfEach(smallHistory(3, 120));
    const model = learnt(facts);
    const changes = facts.filter((fact) => fact.kind === 'change').toSorted((a, b) => b.time.localeCompare(a.time));
    const gone = changes.slice(0, 20);

    for (const { id } of gone) model.remove('change', id);

    const left = facts.filter((fact) => !gone.some((change) => change === fact));
    for (const { login, reasons } of model.reviewers(review, options)) {
      expect(reasons).toEqual(reasons.map((reason) => recount(reason, login, left)));
    }
  });

  it('name the deepest path that a person knows', () => {
    const change = { kind: 'change', time: '2024-01-01T00:00:00Z', author: 'ann', title: '', body: '' } as const;
    const model = learnt([
      { ...change, id: '1', reviewers: ['bob'], files: [aFile('src/queue/worker.ts')] },
      { ...change, id: '2', reviewers: ['cas'], files: [aFile('src/queue/other.ts')] },
      { ...change, id: '3', reviewers: ['dee'], files: [aFile('docs/guide.md')] },
    ]);

    const paths = model
      .reviewers({ ...review, author: null }, options)
      .map(({ login, reasons }) => [login, reasons.map((reason) => ('path' in reason ? reason.path : reason.kind))]);

    expect(Object.fromEntries(paths)).toMatchObject({ bob: ['src/queue/worker.ts'], cas: ['src/queue'], dee: [''] });
  });
});

describe('who is suggested', () => {
  const facts = latestOfEach(smallHistory(2, 120));

  it.each(['ann', 'ANN', 'Bob'])('is never the author %s', (author) => {
    const logins = learnt(facts)
      .reviewers({ ...review, author }, options)
      .map(({ login }) => login.toLowerCase());

    expect(logins.length).toBeGreaterThan(2);
    expect(logins).not.toContain(author.toLowerCase());
  });

  it('is never a bot, known by name or by a fact', () => {
    const model = learnt([...facts, { kind: 'person', login: 'EVE', organisation: null, bot: true }]);

    const people = [...model.reviewers(review, options), ...model.assignees(issue, options)];

    expect(people.filter(({ login }) => /\[bot\]$|^eve$/i.test(login))).toEqual([]);
  });

  it('is only who is allowed, and their chances make up for the others', () => {
    const model = learnt(facts);
    const before = model.reviewers(review, options);

    const after = model.reviewers(review, { ...options, allowed: (login) => login !== before[0]?.login });

    expect(after.map(({ login }) => login)).toEqual(before.slice(1).map(({ login }) => login));
    expect(after[0]?.score).toBeGreaterThan(before[1]?.score ?? 1);
  });

  it('is an owner by CODEOWNERS before others', () => {
    const model = learnt(facts);
    const last = model.reviewers(review, options).at(-1)?.login ?? '';
    const codeowners = parseCodeowners(`* @acme/all\n/src/queue/ @${last} @acme/core me@example.com`);

    const [first] = model.reviewers(review, { ...options, codeowners });

    expect(first?.login).toBe(last);
    expect(first?.reasons[0]).toEqual({ kind: 'owner', pattern: '/src/queue/' });
  });

  it('may be an owner of whom nothing else is known', () => {
    const codeowners = parseCodeowners('/src/queue/ @stranger');

    const people = learnt(facts).reviewers(review, { ...options, codeowners });

    expect(people.filter(({ login }) => login === 'stranger')).toMatchObject([
      { reasons: [{ kind: 'owner', pattern: '/src/queue/' }] },
    ]);
  });

  it('has scores and probabilities between 0 and 1, best first', () => {
    const model = learnt(facts);
    for (const people of [model.reviewers(review, options), model.assignees(issue, options)]) {
      const scores = people.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      for (const { score, probability } of people) {
        expect(Math.min(score, probability)).toBeGreaterThanOrEqual(0);
        expect(Math.max(score, probability)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('is found from changes alone where no thread was ever taken', () => {
    const change = { kind: 'change' as const, time: '2024-01-01T00:00:00Z', reviewers: [], title: '', body: '' };
    const model = learnt([
      { ...change, id: '1', author: 'bob', files: [aFile('src/queue/worker.ts')] },
      { ...change, id: '2', author: 'cas', files: [aFile('src/web/page.ts')] },
    ]);

    expect(model.assignees({ ...emptyTask, title: 'The worker hangs' }, options)[0]).toMatchObject({
      login: 'bob',
      reasons: [{ kind: 'knows-terms', terms: ['worker'] }],
    });
    expect(model.assignees({ ...emptyTask, title: 'Hangs', body: 'at src/web/page.ts:12' }, options)[0]).toMatchObject({
      login: 'cas',
      reasons: [{ kind: 'changed', path: 'src/web/page.ts', times: 1 }, { kind: 'knows-terms' }],
    });
  });
});

function aFile(path: string) {
  return { path, added: 1, deleted: 0 };
}
