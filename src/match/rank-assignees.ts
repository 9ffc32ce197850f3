import type { RankedPerson } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { type AssignmentQuestion, assigneeFeatures } from './assignee-features.ts';
import { assigneeReasons } from './assignee-reasons.ts';
import { assigneeWeights } from './assignee-weights.ts';
import type { ContentStore } from './content-store.ts';
import { weighFeatures } from './feature-columns.ts';
import { namedFiles } from './named-files.ts';
import { assigneeProbability } from './probability.ts';
import type { KnownChanges, RankRules } from './rank-reviewers.ts';
import { scoreShares } from './score-shares.ts';
import { similarVotes } from './similar-votes.ts';
import { textWords } from './text-words.ts';
import type { ThreadEvidence } from './thread-evidence.ts';
import type { ThreadStore } from './thread-store.ts';

/** What ranking people by threads draws on, besides changes. */
export interface KnownThreads extends KnownChanges {
  threadEvidence: ThreadEvidence;
  threads: ThreadStore;
  contents: ContentStore;
}

const SIMILAR_THREADS = 100;

/** Best people to take a task first; equal ones by login. The author may take their own. */
export function rankAssignees(known: KnownThreads, task: Task, rules: RankRules): RankedPerson[] {
  const { people, evidence, tree, threadEvidence } = known;
  const question = questionOf(known, task, rules.time);
  const candidates = candidatesOf(known, rules.time);
  const size = people.highest() + 1;
  const features = assigneeFeatures(threadEvidence, evidence, tree, question, candidates, size);
  const weighed = weighFeatures(features, assigneeWeights, candidates.length);
  const usual = threadEvidence.usualTakers(rules.time);
  const nameOf = (person: number) => {
    const login = people.loginOf(person);
    return rules.allowed(login) ? login : null;
  };
  return scoreShares(candidates, weighed, rules.k, nameOf).map(({ person, login, share }) => ({
    login,
    score: share,
    probability: assigneeProbability(share, usual),
    reasons: assigneeReasons(person, { ...question, labelNames: task.labels }, known),
  }));
}

function questionOf(known: KnownThreads, task: Task, time: number): AssignmentQuestion {
  const { people, tree, evidence, threadEvidence, threads, contents } = known;
  const isTaken = (id: string) => (threads.find(id)?.assignees.length ?? 0) > 0;
  const similar = contents.similarThreads(task, SIMILAR_THREADS, time, isTaken).flatMap(({ id, score, terms }) => {
    const thread = threads.find(id);
    return thread === null ? [] : [{ thread, score, terms }];
  });
  const text = `${task.title}\n${task.body}`;
  return {
    time,
    author: task.author === null ? null : people.find(task.author),
    labels: task.labels.flatMap((name) => threadEvidence.label(name) ?? []).filter(isTakenLabel),
    bestScore: similar[0]?.score ?? 0,
    similar: similarVotes(similar, time, people),
    words: textWords(text)
      .flatMap((word) => evidence.word(word) ?? [])
      .filter(isChangedWord),
    files: namedFiles(text, tree).filter((node) => evidence.changedPaths.times(node, time) > 0),
  };

  function isTakenLabel(label: number): boolean {
    return threadEvidence.takenLabels.times(label, time) > 0;
  }

  function isChangedWord(word: number): boolean {
    return evidence.changedWords.times(word, time) > 0;
  }
}

/** Everybody who took a thread or wrote a change by then. */
function candidatesOf({ people, evidence, threadEvidence }: KnownThreads, time: number): number[] {
  const candidates: number[] = [];
  for (let person = 1; person <= people.highest(); person++) {
    const last = Math.max(threadEvidence.taken.last(person, time), evidence.changes.last(person, time));
    if (last > Number.NEGATIVE_INFINITY) candidates.push(person);
  }
  return candidates;
}
