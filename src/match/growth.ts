/** From how many things something is learnt first, and how much more there has to be before it is learnt anew. */
export interface Growth {
  fewest: number;
  /** So many times as many, */
  by: number;
  /** or so many more where that is less. */
  atMost: number;
}

/** The last number of things, at most `count`, from which something is learnt; 0: none. */
export function lastStep(count: number, { fewest, by, atMost }: Growth): number {
  let step = 0;
  let next = fewest;
  while (next <= count) {
    step = next;
    next = Math.min(Math.ceil(next * by), next + atMost);
  }
  return step;
}
