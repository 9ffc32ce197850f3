import type { Task } from '../domain/task.ts';
import { mentionedFiles } from './mentioned-files.ts';
import type { KnownThreads } from './rank-assignees.ts';
import { type SimilarWork, similarVotes } from './similar-votes.ts';
import { textWords } from './text-words.ts';
import { writingTraits } from './writing-traits.ts';

/** A task as numbers of one model, and who could take it. */
export interface AssignmentQuestion {
  time: number;
  author: number | null;
  labelNames: string[];
  /** Labels that somebody took threads of. */
  labels: number[];
  /** Score of the most similar thread. */
  bestScore: number;
  /** What similar threads say, by person. */
  similar: Map<number, SimilarWork>;
  /** Words of the text that are words of paths too, and files it names. */
  words: number[];
  files: number[];
  /** Of the writing of the task. */
  traits: Uint16Array;
  /** Everybody who took a thread or wrote a change by then. */
  candidates: number[];
  /** All numbers of people are below this. */
  people: number;
}

const SIMILAR_THREADS = 100;

export function assignmentQuestion(
  known: KnownThreads,
  task: Task,
  time: number,
  traits = writingTraits(task),
): AssignmentQuestion {
  const { people, tree, fileNames, evidence, threadEvidence, threads, contents } = known;
  const isTaken = (id: string) => (threads.find(id)?.assignees.length ?? 0) > 0;
  const anyTaken = threadEvidence.takenOverall.times(0, time) > 0;
  const found = anyTaken ? contents.similarThreads(task, SIMILAR_THREADS, time, isTaken) : [];
  const similar = found.flatMap(({ id, score, terms }) => {
    const thread = threads.find(id);
    return thread === null ? [] : [{ thread, score, terms }];
  });
  const text = `${task.title}\n${task.body}`;
  return {
    time,
    author: task.author === null ? null : people.find(task.author),
    labelNames: task.labels,
    labels: task.labels.flatMap((name) => threadEvidence.label(name) ?? []).filter(isTakenLabel),
    bestScore: similar[0]?.score ?? 0,
    similar: similarVotes(similar, time, people),
    words: textWords(text)
      .flatMap((word) => evidence.word(word) ?? [])
      .filter(isChangedWord),
    files: mentionedFiles(text, { tree, fileNames, isLive: (node) => evidence.changedPaths.times(node, time) > 0 }),
    traits,
    candidates: candidatesOf(known, time),
    people: people.highest() + 1,
  };

  function isTakenLabel(label: number): boolean {
    return threadEvidence.takenLabels.times(label, time) > 0;
  }

  function isChangedWord(word: number): boolean {
    return evidence.changedWords.times(word, time) > 0;
  }
}

function candidatesOf({ people, evidence, threadEvidence }: KnownThreads, time: number): number[] {
  const candidates: number[] = [];
  for (let person = 1; person <= people.highest(); person++) {
    const last = Math.max(threadEvidence.taken.last(person, time), evidence.changes.last(person, time));
    if (last > Number.NEGATIVE_INFINITY) candidates.push(person);
  }
  return candidates;
}
