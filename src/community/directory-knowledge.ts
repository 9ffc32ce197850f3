import type { KnownWork } from '../match/known-work.ts';
import { KNOWS_FROM, knownFiles, peopleHere, type Weights } from './known-files.ts';

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

/** Of each directory with some files and of the whole repository; where the fewest people hold the most files first. */
export function directoryRisks(work: KnownWork): DirectoryRisk[] {
  const { tree } = work;
  const here = peopleHere(work);
  const directories = new Map<number, Directory>();
  for (const [file, known] of knownFiles(work)) {
    for (let node = tree.parent(file); node >= 0; node = tree.parent(node)) {
      directories.set(node, withFile(directories.get(node), known, here));
    }
  }
  return [...directories]
    .filter(([node, { files }]) => node === 0 || files >= FEWEST_FILES)
    .map(([node, { files, filesAtRisk, weights }]) => {
      const { people, lost } = holders(weights, here, work.login);
      const busFactor = people.length;
      return { directory: tree.path(node), files, filesAtRisk, busFactor, heldBy: people.toSorted(), lost };
    })
    .toSorted((a, b) => a.busFactor - b.busFactor || b.files - a.files || (a.directory < b.directory ? -1 : 1));
}

function withFile(directory: Directory | undefined, known: Weights, here: ReadonlySet<number>): Directory {
  const { files, filesAtRisk, weights } = directory ?? { files: 0, filesAtRisk: 0, weights: new Map() };
  for (const [person, weight] of known) weights.set(person, (weights.get(person) ?? 0) + weight);
  const knowers = [...known].filter(([person, weight]) => weight >= KNOWS_FROM && here.has(person));
  return { files: files + 1, filesAtRisk: filesAtRisk + (knowers.length <= 1 ? 1 : 0), weights };
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
