import type { LastWord, ThreadFact } from '../domain/fact.ts';
import { readTime } from '../match/read-time.ts';

/** When people spoke on a thread, in milliseconds since 1970. */
export interface SpokenTimes {
  firstResponseAt: number | null | undefined;
  lastWord: { at: number; byAuthor: boolean } | null | undefined;
}

export const NOT_TOLD: SpokenTimes = { firstResponseAt: undefined, lastWord: undefined };

/** A time that cannot be read is not told. */
export function spokenTimes({ firstResponseAt, lastWord }: ThreadFact): SpokenTimes {
  return {
    firstResponseAt: typeof firstResponseAt === 'string' ? (readTime(firstResponseAt) ?? undefined) : firstResponseAt,
    lastWord: lastWord ? timed(lastWord) : lastWord,
  };
}

function timed({ at, byAuthor }: LastWord): SpokenTimes['lastWord'] {
  const time = readTime(at);
  return time === null ? undefined : { at: time, byAuthor };
}
