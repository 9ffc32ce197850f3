import type { RelatedReason } from '../domain/reason.ts';
import type { ReadText } from '../text/read-text.ts';

type Failure = Pick<ReadText, 'traces' | 'versions'>;

/** One frame may be the way of every failure into the framework; where the topmost is shared it is enough. */
const LEAST_FRAMES = 2;
const MOST_SHOWN = 3;

/** That two texts show a failure in the same place, by the functions of their stack traces. */
export function sharedTrace(question: Failure, other: Failure): RelatedReason[] {
  const theirs = functionsOf(other);
  const ours = functionsOf(question);
  const functions = ours.filter((name) => theirs.includes(name));
  const isSameTop = functions.length > 0 && ours[0] === theirs[0];
  if (functions.length < LEAST_FRAMES && !isSameTop) return [];
  const versions = question.versions.filter((version) => other.versions.includes(version));
  return [{ kind: 'shares-trace', functions: functions.slice(0, MOST_SHOWN), versions: versions.slice(0, MOST_SHOWN) }];
}

function functionsOf({ traces }: Failure): string[] {
  return [...new Set(traces.flatMap((frame) => frame.function ?? []))];
}
