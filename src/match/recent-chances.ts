import type { AskedAreas } from './asked-areas.ts';
import type { ChangeRecord } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import type { PathTree } from './path-tree.ts';
import type { ReviewQuestion } from './review-question.ts';

interface Act {
  area: number;
  weight: number;
  reviewers: readonly number[];
}

const MAX_FILES = 50;
/** Of 30, 100 and 1000 days the one that adds most to evidence with a half-life of 250. */
const HALF_LIFE_DAYS = 30;
/** As in `chanceAtPaths`. */
const PRIOR_WEIGHT = 1;

/**
 * The chance of each person to review at these paths as in the last weeks: like `chanceAtPaths`, but of a table that is
 * made up from the newest changes as it is read, so that a short memory costs no room.
 */
export function recentChances(
  changes: readonly ChangeRecord[],
  tree: PathTree,
  asked: AskedAreas,
  { nodes, time }: ReviewQuestion,
  prior: Float64Array,
): Float64Array {
  const { known, acts } = actsIn(changes, tree, asked, time);
  const { shares, unexplained } = sharesOfAreas(nodes, tree, asked.place, known);
  const chances = prior.map((chance) => chance * unexplained);
  for (const { area, weight, reviewers } of acts) {
    const share = weight * (shares[area] ?? 0);
    for (const reviewer of reviewers) chances[reviewer] = (chances[reviewer] ?? 0) + share;
  }
  return chances;
}

/** Each change as one act in each area that it touches. */
function actsIn(
  changes: readonly ChangeRecord[],
  tree: PathTree,
  { areas, place }: AskedAreas,
  time: number,
): { known: Float64Array; acts: Act[] } {
  const known = new Float64Array(areas.length);
  const below = new Int32Array(areas.length);
  const acts: Act[] = [];
  for (const { time: then, reviewers, files } of changes) {
    if (reviewers.length === 0) continue;
    const some = files.slice(0, MAX_FILES);
    const faded = 2 ** ((then - time) / DAY_MS / HALF_LIFE_DAYS);
    for (const area of touchedAreas(some, tree, place, below)) {
      const weight = faded * Math.sqrt((below[area] ?? 0) / some.length);
      below[area] = 0;
      known[area] = (known[area] ?? 0) + weight * reviewers.length;
      acts.push({ area, weight, reviewers });
    }
  }
  return { known, acts };
}

/** The areas that hold any of the files; `below` comes to tell how many of them each holds. */
function touchedAreas(files: readonly number[], tree: PathTree, place: Int32Array, below: Int32Array): number[] {
  const touched: number[] = [];
  for (const file of files) {
    let node = file;
    while (place[node] === 0) node = tree.parent(node);
    for (; node > 0; node = tree.parent(node)) {
      const area = place[node] ?? 0;
      if (below[area] === 0) touched.push(area);
      below[area] = (below[area] ?? 0) + 1;
    }
  }
  return touched;
}

/** How much an act in each area counts: an area explains what is known of it, the one above the rest. */
function sharesOfAreas(
  nodes: readonly number[],
  tree: PathTree,
  place: Int32Array,
  known: Float64Array,
): { shares: Float64Array; unexplained: number } {
  const shares = new Float64Array(known.length);
  let unexplained = nodes.length === 0 ? 1 : 0;
  for (const asked of nodes) {
    let left = 1 / nodes.length;
    for (let node = asked; node > 0; node = tree.parent(node)) {
      const area = place[node] ?? 0;
      const weight = known[area] ?? 0;
      if (weight > 0) shares[area] = (shares[area] ?? 0) + left / (weight + PRIOR_WEIGHT);
      left *= PRIOR_WEIGHT / (weight + PRIOR_WEIGHT);
    }
    unexplained += left;
  }
  return { shares, unexplained };
}
