import type { ChangeFact } from '../src/domain/fact.ts';
import { seededRandom } from './seeded-random.ts';

export interface HistorySize {
  changes: number;
  people: number;
  directories: number;
  filesInDirectory: number;
}

/** Of the size of edk2: some twenty years of a firmware project with package maintainers. */
export const edk2Size: HistorySize = { changes: 35_000, people: 700, directories: 900, filesInDirectory: 14 };

const START = Date.parse('2006-01-01T00:00:00Z');
const BETWEEN_CHANGES_MS = 5 * 3_600_000;
const LARGE_CHANGE_EVERY = 200;

/** A made-up history, the same every time: people have home directories, a few do most of the work, changes are small. */
export function* syntheticHistory(size: HistorySize): Generator<ChangeFact> {
  const random = seededRandom(1);
  /** Small numbers far more often than large ones. */
  const few = (below: number) => Math.floor(random() ** 3 * below);
  for (let at = 0; at < size.changes; at++) {
    // Who is active moves on with the years.
    const active = Math.floor((at / size.changes) * size.people * 0.7);
    const author = (active + few(size.people * 0.3)) % size.people;
    const home = (author * 7 + few(12)) % size.directories;
    const files = at % LARGE_CHANGE_EVERY === 0 ? 400 : 1 + few(12);
    const reviewers = new Set([home % 40, (home + few(5)) % size.people].slice(0, 1 + few(2)));
    reviewers.delete(author);
    yield {
      kind: 'change',
      id: `change-${at}`,
      time: new Date(START + at * BETWEEN_CHANGES_MS).toISOString(),
      author: `person-${author}`,
      reviewers: [...reviewers].map((reviewer) => `person-${reviewer}`),
      files: Array.from({ length: files }, (_, file) => {
        const directory = (home + Math.floor(file / 10)) % size.directories;
        const name = few(size.filesInDirectory);
        return {
          path: `Pkg${directory % 40}/Library/Part${directory}/Module${name % 5}/File${name}.c`,
          added: 9,
          deleted: 2,
        };
      }),
      title: `Pkg${home % 40}/Part${home}: change ${at}`,
      body: '',
    };
  }
}
