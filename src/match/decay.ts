export const DAY_MS = 86_400_000;

/** One is written as this, so that a sum of weights stays an exact integer. */
const SCALE = 2 ** 20;

/**
 * Half-life decay without rounding errors: time is cut into segments one half-life long, a weight is an integer
 * relative to its segment's start, so sums do not depend on the order of adding and taking away undoes adding.
 */
export interface Decay {
  segment(time: number): number;
  /** What an event weighs within its segment, before it is rounded. */
  weight(time: number): number;
  /** What a sum within a segment is worth at a later time. */
  factor(segment: number, at: number): number;
}

export function halfLife(days: number): Decay {
  const length = days * DAY_MS;
  /** What the segment of the time asked about last is worth then: the ones before it are worth halves of it. */
  let asked = { at: Number.NaN, segment: 0, factor: 0 };

  return {
    segment: (time) => Math.floor(time / length),
    weight: (time) => 2 ** (time / length - Math.floor(time / length)) * SCALE,
    factor(segment, at) {
      if (asked.at !== at) {
        const last = Math.floor(at / length);
        asked = { at, segment: last, factor: 2 ** (last - at / length) / SCALE };
      }
      return asked.factor * 2 ** (segment - asked.segment);
    },
  };
}
