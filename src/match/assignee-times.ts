import type { AssigneeFeature } from './assignee-features.ts';
import type { AssignmentQuestion } from './assignment-question.ts';
import { DAY_MS } from './decay.ts';
import type { KnownThreads } from './rank-assignees.ts';

const LATELY_MS = 30 * DAY_MS;

/** How many acts of a person are behind each kind of evidence that counts acts. */
export function assigneeTimes(
  person: number,
  { time, author, labels, similar, words, files }: AssignmentQuestion,
  { evidence, threadEvidence }: KnownThreads,
): Partial<Record<AssigneeFeature, number>> {
  const { taken, takenOverall, takenLabels, takenAuthors } = threadEvidence;
  const most = (nodes: number[], table: { times(area: number, at: number, person?: number): number }) =>
    Math.max(0, ...nodes.map((node) => table.times(node, time, person)));
  return {
    tookSimilar: similar.get(person)?.threads.length ?? 0,
    tookLately: taken.countBetween(person, time - LATELY_MS, time),
    tookOverall: takenOverall.times(0, time, person),
    tookLabels: most(labels, takenLabels),
    tookFromAuthor: author === null ? 0 : takenAuthors.times(author, time, person),
    changedWords: most(words, evidence.changedWords),
    changedFiles: most(files, evidence.changedPaths),
  };
}
