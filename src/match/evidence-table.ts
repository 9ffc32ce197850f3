import type { Decay } from './decay.ts';
import { longer, longerFloats } from './longer-column.ts';
import { createPersonBlocks } from './person-blocks.ts';

/** Who did how much in which area (a path, a word, an author): decayed, and exact in any order of learning. */
export interface EvidenceTable {
  /** Counts an act of each of the people, worth `share`, 0..1, or with sign -1 undoes it. */
  count(area: number, people: readonly number[], time: number, share: number, sign: 1 | -1): void;
  /** Weight of everybody together. */
  total(area: number, at: number): number;
  /** Adds `factor` times each person's weight. */
  addWeights(area: number, at: number, factor: number, into: Float64Array): void;
  /** Weight of each person who has any. */
  weights(area: number, at: number): Map<number, number>;
  /** Acts of a person, of everybody without one, in segments that have begun. */
  times(area: number, at: number, person?: number): number;
  /** Time of a person's last act; NaN where that is not known any more. */
  last(area: number, at: number, person: number): number;
}

const NONE = -1;
/** Half-lives after which what is left of an act, a thousandth, is let go. */
const FORGOTTEN_AFTER = 10;

/** For each area one block of people a segment of time, newest first, so that sums over segments have one order. */
export function createEvidenceTable(decay: Decay): EvidenceTable {
  const blocks = createPersonBlocks();
  let newest = new Int32Array(1024).fill(NONE);
  let older = new Int32Array(1024);
  let segments = new Int32Array(1024);
  let counts = new Int32Array(1024);
  let sums = new Float64Array(1024);
  let stamp = { time: Number.NaN, segment: 0, weight: 0 };

  function blockOf(area: number, segment: number): number {
    while (area >= newest.length) {
      const filled = newest.length;
      newest = longer(newest).fill(NONE, filled);
    }
    let newer = NONE;
    let block = newest[area] ?? NONE;
    while (block !== NONE && (segments[block] ?? 0) > segment) {
      newer = block;
      block = older[block] ?? NONE;
    }
    return block !== NONE && segments[block] === segment ? block : insert(area, segment, newer, block);
  }

  function insert(area: number, segment: number, newer: number, next: number): number {
    const block = blocks.open();
    if (block === segments.length) {
      older = longer(older);
      segments = longer(segments);
      counts = longer(counts);
      sums = longerFloats(sums);
    }
    segments[block] = segment;
    older[block] = next;
    if (newer === NONE) newest[area] = block;
    else older[newer] = block;
    return block;
  }

  /** Runs over the blocks that weigh something at a time, with what their sums are worth. */
  function eachWeighty(area: number, at: number, see: (block: number, factor: number) => void): void {
    const oldest = decay.segment(at) - FORGOTTEN_AFTER;
    for (let block = begun(area, at); block !== NONE; block = older[block] ?? NONE) {
      const segment = segments[block] ?? 0;
      if (segment < oldest) return;
      see(block, decay.factor(segment, at));
    }
  }

  /** The newest block of the area that has begun by a time. */
  function begun(area: number, at: number): number {
    const last = decay.segment(at);
    let block = newest[area] ?? NONE;
    while (block !== NONE && (segments[block] ?? 0) > last) block = older[block] ?? NONE;
    return block;
  }

  return {
    count(area, people, time, share, sign) {
      if (stamp.time !== time) stamp = { time, segment: decay.segment(time), weight: decay.weight(time) };
      const block = blockOf(area, stamp.segment);
      const weight = Math.round(stamp.weight * share);
      for (const person of people) blocks.count(block, person, weight, time, sign);
      sums[block] = (sums[block] ?? 0) + sign * weight * people.length;
      counts[block] = (counts[block] ?? 0) + sign * people.length;
    },
    total(area, at) {
      let total = 0;
      eachWeighty(area, at, (block, factor) => {
        total += (sums[block] ?? 0) * factor;
      });
      return total;
    },
    addWeights(area, at, factor, into) {
      eachWeighty(area, at, (block, worth) => blocks.addSums(block, factor * worth, into));
    },
    weights(area, at) {
      const weights = new Map<number, number>();
      eachWeighty(area, at, (block, factor) => {
        blocks.visit(block, (person, sum) => weights.set(person, (weights.get(person) ?? 0) + factor * sum));
      });
      return weights;
    },
    times(area, at, person) {
      let times = 0;
      for (let block = begun(area, at); block !== NONE; block = older[block] ?? NONE) {
        times += person === undefined ? (counts[block] ?? 0) : blocks.times(block, person);
      }
      return times;
    },
    last(area, at, person) {
      for (let block = begun(area, at); block !== NONE; block = older[block] ?? NONE) {
        if (blocks.times(block, person) === 0) continue;
        const last = blocks.last(block, person);
        return last <= at ? last : Number.NaN;
      }
      return Number.NaN;
    },
  };
}
