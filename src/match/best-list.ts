export interface Scored {
  id: string;
  score: number;
}

/** The best few of many, as they come by; equal scores in the order of ids, so that every machine gives one order. */
export interface BestList {
  wants(score: number): boolean;
  add(scored: Scored): void;
  /** Best first. */
  list(): Scored[];
}

export function createBestList(k: number): BestList {
  const best: Scored[] = [];

  function isBefore(a: Scored, b: Scored): boolean {
    return a.score > b.score || (a.score === b.score && a.id < b.id);
  }

  return {
    wants: (score) => best.length < k || score >= (best.at(-1)?.score ?? Number.POSITIVE_INFINITY),
    add(scored) {
      let place = best.length;
      for (let other = best[place - 1]; other && isBefore(scored, other); other = best[place - 1]) place -= 1;
      best.splice(place, 0, scored);
      if (best.length > k) best.pop();
    },
    list: () => [...best],
  };
}
