import type { Decay } from './decay.ts';
import { longer } from './longer-column.ts';
import { createPairIndex } from './pair-index.ts';
import { createSegmentCells } from './segment-cells.ts';

/** Stands for everybody together; people are numbered from 1. */
export const EVERYBODY = 0;

/** Who did how much in which area (a path, a word, an author): decayed, and exact in any order of learning. */
export interface EvidenceTable {
  /** Counts one act of a person, or with sign -1 undoes it. */
  count(area: number, person: number, time: number, share: number, sign: 1 | -1): void;
  /** Adds `factor` times each person's weight in the area. */
  addWeights(area: number, at: number, factor: number, into: Float64Array): void;
  visit(area: number, at: number, see: (person: number, weight: number) => void): void;
  /** Of one person, or of EVERYBODY. */
  weight(area: number, person: number, at: number): number;
  times(area: number, person: number, at: number): number;
}

export function createEvidenceTable(decay: Decay): EvidenceTable {
  const pairs = createPairIndex();
  const cells = createSegmentCells(decay);
  let firstPair = new Int32Array(1024).fill(-1);
  let people = new Int32Array(1024);
  let nextPair = new Int32Array(1024);

  function pairOf(area: number, person: number): number {
    const known = pairs.count();
    const pair = pairs.number(area, person);
    if (pair === known) link(pair, area, person);
    return pair;
  }

  function link(pair: number, area: number, person: number): void {
    if (pair >= people.length) {
      people = longer(people);
      nextPair = longer(nextPair);
    }
    people[pair] = person;
    if (person === EVERYBODY) return;
    while (area >= firstPair.length) {
      const filled = firstPair.length;
      firstPair = longer(firstPair).fill(-1, filled);
    }
    nextPair[pair] = firstPair[area] ?? -1;
    firstPair[area] = pair;
  }

  return {
    count(area, person, time, share, sign) {
      cells.count(pairOf(area, person), time, share, sign);
      cells.count(pairOf(area, EVERYBODY), time, share, sign);
    },
    addWeights(area, at, factor, into) {
      for (let pair = firstPair[area] ?? -1; pair >= 0; pair = nextPair[pair] ?? -1) {
        const person = people[pair] ?? 0;
        into[person] = (into[person] ?? 0) + factor * cells.weight(pair, at);
      }
    },
    visit(area, at, see) {
      for (let pair = firstPair[area] ?? -1; pair >= 0; pair = nextPair[pair] ?? -1) {
        see(people[pair] ?? 0, cells.weight(pair, at));
      }
    },
    weight(area, person, at) {
      const pair = pairs.find(area, person);
      return pair < 0 ? 0 : cells.weight(pair, at);
    },
    times(area, person, at) {
      const pair = pairs.find(area, person);
      return pair < 0 ? 0 : cells.times(pair, at);
    },
  };
}
