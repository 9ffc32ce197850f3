import { defaultConfig, type RepositoryConfig } from '../config/repository-config.ts';
import { DAY_MS } from '../match/decay.ts';

/** Who did nothing for so long is not counted on: as suggestions have it, so all that is measured. */
export function inactiveDays({ people }: Pick<RepositoryConfig, 'people'>): number {
  return people.inactiveAfter / DAY_MS;
}

/** Where no configuration is known. */
export const INACTIVE_DAYS = inactiveDays(defaultConfig);

/** A regular is told of as silent from half of that on, while there is time to ask. */
export function silentAfter(inactive: number): number {
  return inactive / 2;
}
