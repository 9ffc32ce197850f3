import type { PersonReason } from '../domain/reason.ts';
import type { AssignmentQuestion } from './assignment-question.ts';
import { DAY_MS } from './decay.ts';
import type { KnownThreads } from './rank-assignees.ts';
import type { SimilarThread } from './similar-votes.ts';
import type { StoredThread } from './thread-store.ts';
import { workAt } from './work-at.ts';

const SHOWN_THREADS = 3;
const SHOWN_TERMS = 5;
const LATELY_DAYS = 90;
/** A thread counts as similar that is at least so like the question as the best one, 0..1. */
const LEAST_SIMILARITY = 0.5;

/** What speaks for a person, with numbers that can be counted in the history. */
export function assigneeReasons(person: number, question: AssignmentQuestion, known: KnownThreads): PersonReason[] {
  const taken = question.similar.get(person)?.threads ?? [];
  const similar = taken.filter(({ score }) => score >= LEAST_SIMILARITY * question.bestScore);
  const reasons: PersonReason[] = [
    ...tookSimilar(similar),
    ...tookLabels(person, question, known),
    ...changedFiles(person, question, known),
  ];
  const terms = similar.length > 0 ? sharedTerms(similar) : changedWords(person, question, known);
  if (terms.length > 0) reasons.push({ kind: 'knows-terms', terms });
  return reasons.length > 0 ? reasons : activeLately(person, question.time, known);
}

/** Those of the kind of the best one first. */
function tookSimilar(similar: readonly SimilarThread[]): PersonReason[] {
  const answered = similar.filter(({ thread }) => thread.type === 'discussion');
  const took = similar.filter(({ thread }) => thread.type !== 'discussion');
  const of = (kind: 'took-similar' | 'answered-similar', threads: SimilarThread[]): PersonReason[] => {
    const ids = threads.slice(0, SHOWN_THREADS).map(({ thread }) => thread.id);
    return threads.length === 0 ? [] : [{ kind, threads: ids, times: threads.length }];
  };
  const [one, other] = [of('took-similar', took), of('answered-similar', answered)];
  return similar[0]?.thread.type === 'discussion' ? [...other, ...one] : [...one, ...other];
}

function tookLabels(
  person: number,
  { labelNames, time }: { labelNames: string[]; time: number },
  { threadEvidence }: KnownThreads,
): PersonReason[] {
  return labelNames.flatMap((name): PersonReason[] => {
    const label = threadEvidence.label(name);
    const times = label === null ? 0 : threadEvidence.takenLabels.times(label, time, person);
    if (times === 0) return [];
    const isAnswered = ({ type, labels }: StoredThread) => type === 'discussion' && labels.includes(name);
    const answered = threadEvidence.taken.latest(person, time, times, isAnswered).length;
    const took = times - answered;
    return [
      ...(took > 0 ? [{ kind: 'took-label' as const, label: name, times: took }] : []),
      ...(answered > 0 ? [{ kind: 'answered-label' as const, label: name, times: answered }] : []),
    ];
  });
}

function changedFiles(person: number, { files, time }: AssignmentQuestion, known: KnownThreads): PersonReason[] {
  const { evidence, tree } = known;
  const acts = { table: evidence.changedPaths, timelines: evidence.changes };
  for (const node of files) {
    const work = workAt(person, node, time, acts, tree);
    if (work !== null) return [{ kind: 'changed', ...work }];
  }
  return [];
}

function sharedTerms(similar: SimilarThread[]): string[] {
  return [...new Set(similar.flatMap(({ terms }) => terms))].slice(0, SHOWN_TERMS);
}

/** Words of the question that are in paths of files they changed, those they changed most first. */
function changedWords(person: number, { words, time }: AssignmentQuestion, { evidence }: KnownThreads): string[] {
  return words
    .map((word) => ({ word: evidence.wordText(word), times: evidence.changedWords.times(word, time, person) }))
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times || (a.word < b.word ? -1 : 1))
    .slice(0, SHOWN_TERMS)
    .map(({ word }) => word);
}

function activeLately(person: number, time: number, { evidence, threadEvidence }: KnownThreads): PersonReason[] {
  const after = time - LATELY_DAYS * DAY_MS;
  const times =
    evidence.reviews.countBetween(person, after, time) +
    evidence.changes.countBetween(person, after, time) +
    threadEvidence.taken.countBetween(person, after, time);
  return times > 0 ? [{ kind: 'active', times, days: LATELY_DAYS }] : [];
}
