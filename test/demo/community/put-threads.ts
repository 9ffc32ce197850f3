import { addAccount } from '../../simulator/seed.ts';
import type { Account, Comment, Discussion, Issue, Pull, Repository } from '../../simulator/state.ts';
import { addComment, addReview } from '../../simulator/thread-parts.ts';
import { addDiscussion, addIssue, addPull } from '../../simulator/threads.ts';
import type { World } from '../../simulator/world.ts';
import { areas } from './areas.ts';
import { timeAgo, workerAt } from './history.ts';
import { pullClosings, pullOpenings } from './past-pulls.ts';
import type { PlannedThread } from './past-threads.ts';
import { visitors } from './people.ts';
import type { Chance } from './seeded-random.ts';

export interface PutInto {
  world: World;
  repository: Repository;
  chance: Chance;
  now: Date;
  /** Of the commits that were written, in their order. */
  shas: string[];
  /** Numbers of issues by their keys, filled as they are put. */
  numbers: Map<string, number>;
}

export function putThread(into: PutInto, planned: PlannedThread): Issue | Pull | Discussion {
  switch (planned.kind) {
    case 'issue':
      return putIssue(into, planned);
    case 'pull':
      return putPull(into, planned);
    case 'discussion':
      return putDiscussion(into, planned);
  }
}

function person({ world }: PutInto, login: string): Account {
  return addAccount(world, { login });
}

function putIssue(into: PutInto, { issue, daysAgo }: Extract<PlannedThread, { kind: 'issue' }>): Issue {
  const { world, repository, chance, now } = into;
  const owner = person(into, workerAt(chance, issue.area, daysAgo).login);
  const closedDays = Math.max(1, daysAgo - 5 - chance.next() * 15);
  const isDuplicate = issue.duplicateOf !== undefined;
  const made = addIssue(world, repository, {
    title: issue.title,
    body: issue.body,
    author: person(into, chance.pick(visitors)),
    labels: [issue.kind, areas[issue.area].label, ...(isDuplicate ? ['duplicate'] : [])],
    assignees: issue.open === true && chance.next() < 0.6 ? [] : [owner],
    at: timeAgo(now, daysAgo),
    ...(issue.open === true ? {} : { closedAt: timeAgo(now, isDuplicate ? daysAgo - 0.2 : closedDays) }),
    stateReason: stateReason(issue.open === true, isDuplicate),
  });
  into.numbers.set(issue.key, made.number);
  const original = into.numbers.get(issue.duplicateOf ?? '');
  const replies = original === undefined ? (issue.more ?? []) : [`Duplicate of #${original}`];
  for (const [i, body] of replies.entries()) {
    const author = i % 2 === 0 ? owner : (made.author ?? owner);
    addComment(world, made, { author, body, at: timeAgo(now, Math.max(0.5, daysAgo - 0.2 - i)) });
  }
  if (made.closedAt !== null) made.closedBy = owner;
  return made;
}

function stateReason(open: boolean, isDuplicate: boolean): Issue['stateReason'] {
  if (open) return null;
  return isDuplicate ? 'duplicate' : 'completed';
}

function putPull(into: PutInto, { pull, daysAgo }: Extract<PlannedThread, { kind: 'pull' }>): Pull {
  const { world, repository, chance, now, shas } = into;
  const [base = '', head = ''] = [shas[pull.commit - 1], shas[pull.commit]];
  const fixed = into.numbers.get(pull.fixes ?? '');
  const closing = fixed === undefined ? '' : `\n\nFixes #${fixed}`;
  const reviewers = reviewersOf(into, pull);
  const made = addPull(world, repository, {
    title: pull.title,
    body: `${chance.pick(pullOpenings)}\n\n${chance.pick(pullClosings)}${closing}`,
    author: person(into, pull.author),
    labels: [areas[pull.area].label],
    base: { ref: 'main', sha: base },
    head: { ref: `${pull.author}/change-${pull.commit}`, sha: head },
    at: timeAgo(now, daysAgo),
    merged: { at: timeAgo(now, pull.daysAgo), by: reviewers[0] ?? person(into, 'hana-novak'), commit: head },
  });
  for (const author of reviewers) {
    const at = timeAgo(now, (daysAgo + pull.daysAgo) / 2);
    if (chance.next() < 0.3)
      addReview(world, made, { author, state: 'CHANGES_REQUESTED', body: 'One question inline.', at });
    addReview(world, made, { author, state: 'APPROVED', at: timeAgo(now, pull.daysAgo + 0.05) });
  }
  if (chance.next() < 0.25) {
    const body = 'Benchmarks: no change beyond noise (3 runs each).';
    addComment(world, made, { author: person(into, 'lumen-ci[bot]'), body, at: timeAgo(now, daysAgo - 0.02) });
  }
  return made;
}

function reviewersOf(
  into: PutInto,
  { area, author, daysAgo }: Extract<PlannedThread, { kind: 'pull' }>['pull'],
): Account[] {
  const wanted = into.chance.next() < 0.3 ? 2 : 1;
  const found = new Set<string>();
  for (let tries = 0; tries < 30 && found.size < wanted; tries++) {
    const { login } = workerAt(into.chance, area, daysAgo);
    if (login !== author) found.add(login);
  }
  // Who works alone in an area asks somebody who knows a bit of everything.
  const [fallback = ''] = ['mira-castellanos', 'hana-novak'].filter((login) => login !== author);
  return (found.size === 0 ? [fallback] : [...found]).map((login) => person(into, login));
}

function putDiscussion(
  into: PutInto,
  { discussion, daysAgo }: Extract<PlannedThread, { kind: 'discussion' }>,
): Discussion {
  const { world, repository, chance, now } = into;
  const made = addDiscussion(world, repository, {
    title: discussion.title,
    body: discussion.body,
    author: person(into, chance.pick(visitors)),
    category: discussion.category,
    at: timeAgo(now, daysAgo),
  });
  const expert = person(into, workerAt(chance, discussion.area, daysAgo).login);
  const replies = discussion.replies.map((body, i): Comment => {
    const author = i === 0 ? expert : person(into, chance.pick(visitors));
    return addComment(world, made, { author, body, at: timeAgo(now, daysAgo - 0.3 * (i + 1)) });
  });
  const [answer] = replies;
  if (!discussion.answered || answer === undefined) return made;
  return Object.assign(made, { answer, answerChosenAt: answer.createdAt, answerChosenBy: made.author });
}
