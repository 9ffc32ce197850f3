import type { Decay } from './decay.ts';
import { longer, longerFloats } from './longer-column.ts';

/** Decayed sums of rows, one cell for each segment of time in which a row has events. */
export interface SegmentCells {
  /** Adds one event to a row, or with sign -1 undoes it. */
  count(row: number, time: number, share: number, sign: 1 | -1): void;
  weight(row: number, at: number): number;
  /** Events in segments that have begun. */
  times(row: number, at: number): number;
}

export function createSegmentCells(decay: Decay): SegmentCells {
  let newest = new Int32Array(1024).fill(-1);
  let segments = new Int32Array(1024);
  let older = new Int32Array(1024);
  let times = new Int32Array(1024);
  let sums = new Float64Array(1024);
  let count = 0;
  let firstSegment = 0;
  let lastSegment = -1;
  /** What each segment from the first is worth at the time asked about last. */
  let factors = new Float64Array(0);
  let factorsAt = Number.NaN;

  /** Cells of a row hang newest first, so that sums over them have one order. */
  function cellOf(row: number, segment: number): number {
    while (row >= newest.length) {
      const filled = newest.length;
      newest = longer(newest).fill(-1, filled);
    }
    let newer = -1;
    let cell = newest[row] ?? -1;
    while (cell >= 0 && (segments[cell] ?? 0) > segment) {
      newer = cell;
      cell = older[cell] ?? -1;
    }
    return cell >= 0 && segments[cell] === segment ? cell : insert(row, segment, newer, cell);
  }

  function insert(row: number, segment: number, newer: number, next: number): number {
    if (count === segments.length) {
      segments = longer(segments);
      older = longer(older);
      times = longer(times);
      sums = longerFloats(sums);
    }
    const cell = count++;
    segments[cell] = segment;
    older[cell] = next;
    if (newer < 0) newest[row] = cell;
    else older[newer] = cell;
    firstSegment = cell === 0 ? segment : Math.min(firstSegment, segment);
    lastSegment = cell === 0 ? segment : Math.max(lastSegment, segment);
    factorsAt = Number.NaN;
    return cell;
  }

  function turnTo(at: number): void {
    if (factorsAt === at) return;
    factors = new Float64Array(lastSegment - firstSegment + 1);
    for (let i = 0; i < factors.length; i++) factors[i] = decay.factor(firstSegment + i, at);
    factorsAt = at;
  }

  return {
    count(row, time, share, sign) {
      const cell = cellOf(row, decay.segment(time));
      sums[cell] = (sums[cell] ?? 0) + sign * decay.weight(time, share);
      times[cell] = (times[cell] ?? 0) + sign;
    },
    weight(row, at) {
      turnTo(at);
      let weight = 0;
      for (let cell = newest[row] ?? -1; cell >= 0; cell = older[cell] ?? -1) {
        weight += (sums[cell] ?? 0) * (factors[(segments[cell] ?? 0) - firstSegment] ?? 0);
      }
      return weight;
    },
    times(row, at) {
      turnTo(at);
      let found = 0;
      for (let cell = newest[row] ?? -1; cell >= 0; cell = older[cell] ?? -1) {
        const begun = (factors[(segments[cell] ?? 0) - firstSegment] ?? 0) > 0;
        if (begun) found += times[cell] ?? 0;
      }
      return found;
    },
  };
}
