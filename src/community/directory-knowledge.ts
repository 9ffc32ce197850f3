import type { KnownWork } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';
import { knowersHere, knownFiles, peopleHere, type Weights } from './known-files.ts';

/** How few people a directory and all below it depend on. */
export interface DirectoryRisk {
  /** Empty for the whole repository. */
  directory: string;
  /** Files touched in the last year. */
  files: number;
  /** Of those, known to at most one person who is still there. */
  filesAtRisk: number;
  /** The smallest number of people whose leaving loses more than half of what those still there know; 0: nobody is. */
  busFactor: number;
  /** These people, by name. */
  heldBy: string[];
  /** Part of all knowledge that is with people who are gone, 0..1. */
  lost: number;
}

/** A directory with fewer files says more of the files than of the people. */
const FEWEST_FILES = 3;

interface Directory {
  files: number;
  filesAtRisk: number;
  weights: Weights;
}

const FILES_A_PIECE = 100;
const DIRECTORIES_A_PIECE = 50;

/** Of each directory with some files and of the whole repository; where the fewest people hold the most files first. */
export function* directoryRisks({ tree, login }: KnownWork, { files, here }: Knowledge): Steps<DirectoryRisk[]> {
  const directories = new Map<number, Directory>();
  yield* rested(files, FILES_A_PIECE, ([file, known]) => {
    for (let node = tree.parent(file); node >= 0; node = tree.parent(node)) {
      directories.set(node, withFile(directories.get(node), known, here));
    }
  });
  const found: DirectoryRisk[] = [];
  for (const [node, { files: all, filesAtRisk, weights }] of directories) {
    if (node !== 0 && all < FEWEST_FILES) continue;
    const { people, lost } = holders(weights, here, login);
    found.push({
      ...{ directory: tree.path(node), files: all, filesAtRisk, busFactor: people.length },
      ...{ heldBy: people.toSorted(), lost },
    });
    if (found.length % DIRECTORIES_A_PIECE === 0) yield;
  }
  yield;
  return found.sort((a, b) => a.busFactor - b.busFactor || b.files - a.files || (a.directory < b.directory ? -1 : 1));
}

/** What everybody knows, and who is here. */
export interface Knowledge {
  files: ReadonlyMap<number, Weights>;
  here: ReadonlySet<number>;
}

export function* knowledgeIn(work: KnownWork, inactive: number): Steps<Knowledge> {
  return { files: yield* knownFiles(work), here: yield* peopleHere(work, inactive) };
}

function withFile(directory: Directory | undefined, known: Weights, here: ReadonlySet<number>): Directory {
  const { files, filesAtRisk, weights } = directory ?? { files: 0, filesAtRisk: 0, weights: new Map() };
  for (const [person, weight] of known) weights.set(person, (weights.get(person) ?? 0) + weight);
  return { files: files + 1, filesAtRisk: filesAtRisk + (knowersHere(known, here).length <= 1 ? 1 : 0), weights };
}

/** Whoever knows most leaves first: no other few people lose more. */
function holders(
  weights: Weights,
  here: ReadonlySet<number>,
  login: (person: number) => string,
): { people: string[]; lost: number } {
  let all = 0;
  let held = 0;
  for (const [person, weight] of weights) {
    all += weight;
    if (here.has(person)) held += weight;
  }
  const people: string[] = [];
  let gone = 0;
  const known = [...weights].filter(([person]) => here.has(person));
  const named = known.map(([person, weight]) => [login(person), weight] as const);
  for (const [person, weight] of named.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    if (gone > held / 2) break;
    people.push(person);
    gone += weight;
  }
  return { people, lost: all === 0 ? 0 : 1 - held / all };
}
