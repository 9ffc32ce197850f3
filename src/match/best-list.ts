export interface Scored {
  id: string;
  score: number;
}

/** The best few of many, as they come by; equal scores in the order of ids, so that every machine gives one order. */
export interface BestList<T extends Scored = Scored> {
  wants(score: number): boolean;
  add(scored: T): void;
  /** Best first. */
  list(): T[];
}

export function createBestList<T extends Scored = Scored>(k: number): BestList<T> {
  const best: T[] = [];
  let least = Number.NEGATIVE_INFINITY;

  function isBefore(a: Scored, b: Scored): boolean {
    return a.score > b.score || (a.score === b.score && a.id < b.id);
  }

  return {
    wants: (score) => score >= least,
    add(scored) {
      let place = best.length;
      for (let other = best[place - 1]; other && isBefore(scored, other); other = best[place - 1]) place -= 1;
      best.splice(place, 0, scored);
      if (best.length > k) best.pop();
      if (best.length === k) least = best[k - 1]?.score ?? Number.POSITIVE_INFINITY;
    },
    list: () => [...best],
  };
}
