import type { AskedAreas } from './asked-areas.ts';
import type { ChangeRecord } from './change-evidence.ts';
import type { PathTree } from './path-tree.ts';
import type { ReviewQuestion } from './review-question.ts';

const MAX_FILES = 50;
const LAST_CHANGES = 30;
const LAST_FADING = 0.85;
const CHANGES_HERE = 10;
const HERE_FADING = 0.8;
const SAME_DIRECTORY = 0.25;
const CLOSE_ENOUGH = 0.25;

/** What asking for an area means. */
const DIRECTORY = 1;
const FILE = 2;

/** Reviews of the very last changes by person, wherever they were, the newest counting most. */
export function lastReviews(changes: readonly ChangeRecord[], people: number): Float64Array {
  const reviews = new Float64Array(people);
  for (const [at, { reviewers }] of changes.slice(0, LAST_CHANGES).entries()) {
    for (const reviewer of reviewers) reviews[reviewer] = (reviews[reviewer] ?? 0) + LAST_FADING ** at;
  }
  return reviews;
}

/** Authorship of the last changes to these files and their directories by person, the newest counting most. */
export function lastAuthors(
  changes: readonly ChangeRecord[],
  tree: PathTree,
  asked: AskedAreas,
  question: ReviewQuestion,
): Float64Array {
  const authored = new Float64Array(question.people);
  const roles = rolesOf(asked, tree, question);
  let found = 0;
  for (const { author, files } of changes) {
    const shared = sharedFiles(files, tree, asked.place, roles);
    if (shared === 0) continue;
    const closeness = shared / Math.sqrt((files.length + 1) * (question.files.length + 1));
    const weight = HERE_FADING ** found * Math.min(1, closeness / CLOSE_ENOUGH);
    if (author !== null) authored[author] = (authored[author] ?? 0) + weight;
    found++;
    if (found === CHANGES_HERE) break;
  }
  return authored;
}

function rolesOf({ areas, place }: AskedAreas, tree: PathTree, { files, nodes }: ReviewQuestion): Uint8Array {
  const roles = new Uint8Array(areas.length);
  for (const [at, node] of nodes.entries()) {
    roles[place[files[at] === null ? node : tree.parent(node)] ?? 0] = DIRECTORY;
  }
  for (const file of files) if (file !== null) roles[place[file] ?? 0] = FILE;
  roles[0] = 0;
  return roles;
}

/** How many of the files are asked about, and a little for each directory where one of them is. */
function sharedFiles(files: readonly number[], tree: PathTree, place: Int32Array, roles: Uint8Array): number {
  let same = 0;
  const directories = new Set<number>();
  for (const file of files.slice(0, MAX_FILES)) {
    if (roles[place[file] ?? 0] === FILE) same++;
    const directory = tree.parent(file);
    if (directory >= 0 && roles[place[directory] ?? 0] === DIRECTORY) directories.add(directory);
  }
  return same + SAME_DIRECTORY * directories.size;
}
