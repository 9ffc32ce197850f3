import type { AskedAreas } from './asked-areas.ts';
import type { ChangeRecord } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import type { PathTree } from './path-tree.ts';
import type { ReviewQuestion } from './review-question.ts';

/** Acts in areas, one a place in each list. */
interface Acts {
  areas: number[];
  weights: number[];
  /** By place among the changes. */
  changes: number[];
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
  for (let at = 0; at < acts.areas.length; at++) {
    const share = (acts.weights[at] ?? 0) * (shares[acts.areas[at] ?? 0] ?? 0);
    for (const reviewer of changes[acts.changes[at] ?? 0]?.reviewers ?? []) {
      chances[reviewer] = (chances[reviewer] ?? 0) + share;
    }
  }
  return chances;
}

/** Each change as one act in each area that it touches. */
function actsIn(
  changes: readonly ChangeRecord[],
  tree: PathTree,
  { areas, place }: AskedAreas,
  time: number,
): { known: Float64Array; acts: Acts } {
  const known = new Float64Array(areas.length);
  const below = new Int32Array(areas.length);
  const touched = new Int32Array(areas.length);
  const acts: Acts = { areas: [], weights: [], changes: [] };
  for (let change = 0; change < changes.length; change++) {
    const { time: then = 0, reviewers = [], files = [] } = changes[change] ?? {};
    if (reviewers.length === 0) continue;
    const faded = 2 ** ((then - time) / DAY_MS / HALF_LIFE_DAYS);
    const count = touchAreas(files, tree, place, below, touched);
    for (let at = 0; at < count; at++) {
      const area = touched[at] ?? 0;
      const weight = faded * Math.sqrt((below[area] ?? 0) / Math.min(MAX_FILES, files.length));
      below[area] = 0;
      known[area] = (known[area] ?? 0) + weight * reviewers.length;
      acts.areas.push(area);
      acts.weights.push(weight);
      acts.changes.push(change);
    }
  }
  return { known, acts };
}

/** Lists the areas that hold any of the files and counts in `below` how many each holds; tells how many areas it are. */
function touchAreas(
  files: readonly number[],
  tree: PathTree,
  place: Int32Array,
  below: Int32Array,
  touched: Int32Array,
): number {
  let count = 0;
  for (let at = 0; at < files.length && at < MAX_FILES; at++) {
    let node = files[at] ?? 0;
    while (place[node] === 0) node = tree.parent(node);
    for (; node > 0; node = tree.parent(node)) {
      const area = place[node] ?? 0;
      const before = below[area] ?? 0;
      if (before === 0) touched[count++] = area;
      below[area] = before + 1;
    }
  }
  return count;
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
