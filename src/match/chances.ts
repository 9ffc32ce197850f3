import type { EvidenceTable } from './evidence-table.ts';
import type { PathTree } from './path-tree.ts';

/** How much evidence at a path it takes to weigh as much as all that is known of the directory above. */
const PRIOR_WEIGHT = 1;
/** What is left for the directories above when so little is unexplained changes no answer: they are the large ones. */
const UNTOLD = 1e-6;

/** Every candidate alike, by person. */
export function evenChances(candidates: readonly number[], people: number): Float64Array {
  const chances = new Float64Array(people);
  for (const person of candidates) chances[person] = 1 / candidates.length;
  return chances;
}

/**
 * The chance of each person at these files, as the table has it: what happened at a file itself counts most,
 * the less there is of it the more its directory is asked, and so on up to `prior`: what is known of the whole.
 */
export function chanceAtPaths(
  table: EvidenceTable,
  paths: PathTree,
  files: readonly number[],
  at: number,
  prior: Float64Array,
): Float64Array {
  let unexplained = files.length === 0 ? 1 : 0;
  const shares = new Map<number, number>();
  for (const file of files) {
    let left = 1 / files.length;
    for (let node = file; node > 0 && left > UNTOLD; node = paths.parent(node)) {
      const known = table.total(node, at);
      if (known > 0) shares.set(node, (shares.get(node) ?? 0) + left / (known + PRIOR_WEIGHT));
      left *= PRIOR_WEIGHT / (known + PRIOR_WEIGHT);
    }
    unexplained += left;
  }
  const chances = scaled(prior, unexplained);
  for (const [node, share] of shares) table.addWeights(node, at, share, chances);
  return chances;
}

/** The chance of each person in one area, leaning on `prior` while there is little evidence. */
export function chanceInArea(
  table: EvidenceTable,
  area: number | null,
  at: number,
  prior: Float64Array,
  priorWeight: number,
): Float64Array {
  const known = area === null ? 0 : table.total(area, at);
  const chances = scaled(prior, priorWeight / (known + priorWeight));
  if (area !== null) table.addWeights(area, at, 1 / (known + priorWeight), chances);
  return chances;
}

function scaled(chances: Float64Array, factor: number): Float64Array {
  const scaled = new Float64Array(chances.length);
  for (let person = 0; person < chances.length; person++) scaled[person] = factor * (chances[person] ?? 0);
  return scaled;
}
