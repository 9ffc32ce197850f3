import { readTime } from '../match/read-time.ts';

/** Half of a pair of surrogates is no character, and readers of JSON refuse it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** In one notation, so that times compare as texts; null where it cannot be read. */
export function isoTimeOf(time: string): string | null {
  const read = readTime(time);
  return read === null ? null : new Date(read).toISOString();
}
