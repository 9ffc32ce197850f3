export const DAY_MS = 86_400_000;

/** One is written as this, so that a sum of weights stays an exact integer. */
const SCALE = 2 ** 20;

/**
 * Half-life decay without rounding errors: time is cut into segments one half-life long, a weight is an integer
 * relative to its segment's start, so sums do not depend on the order of adding and taking away undoes adding.
 */
export interface Decay {
  segment(time: number): number;
  /** Of an event that counts `share`, 0..1. */
  weight(time: number, share: number): number;
  /** What a segment's sum is worth at a moment; nothing where the segment has not begun. */
  factor(segment: number, at: number): number;
}

export function halfLife(days: number): Decay {
  const length = days * DAY_MS;
  return {
    segment: (time) => Math.floor(time / length),
    weight: (time, share) => Math.round(2 ** (time / length - Math.floor(time / length)) * SCALE * share),
    factor: (segment, at) => (segment * length > at ? 0 : 2 ** (segment - at / length) / SCALE),
  };
}
