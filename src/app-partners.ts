import { keepNewest } from './app-kept.ts';
import type { ReadPart } from './app-parts.ts';
import { type AllPartners, allPartners } from './community/all-partners.ts';
import { type RepositoryName, repositoryKey } from './domain/thread-ref.ts';
import type { MeasurementStore } from './store/measurement-store.ts';

/** People who may see the same repositories see the same. */
const KEPT = 8;

export type ReadPartners = (repositories: readonly RepositoryName[]) => Promise<AllPartners>;

/** Partners over several repositories: made anew only where one of those was measured again. */
export function partnersReader(
  { measuredAt }: Pick<MeasurementStore, 'measuredAt'>,
  read: ReadPart,
  kept = KEPT,
): ReadPartners {
  const known = new Map<string, AllPartners>();

  async function make(repositories: readonly RepositoryName[]): Promise<AllPartners> {
    const measured = await Promise.all(
      repositories.map(async (name) => {
        const found = await read(name, 'partners');
        return found === null ? [] : [{ repository: `${name.owner}/${name.repo}`, part: found.body }];
      }),
    );
    return allPartners(measured.flat());
  }

  return async (repositories) => {
    const times = await Promise.all(repositories.map((name) => measuredAt(name, 'partners')));
    const key = JSON.stringify(repositories.map((name, at) => [repositoryKey(name), times[at]]));
    const found = known.get(key) ?? (await make(repositories));
    known.delete(key);
    known.set(key, found);
    keepNewest(known, kept);
    return found;
  };
}
