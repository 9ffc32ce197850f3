import type { KnownWork } from '../match/known-work.ts';
import type { Steps } from '../match/steps.ts';
import { areaActs } from './area-acts.ts';
import { type Areas, areaSteps } from './areas.ts';
import { type Interests, interestSteps } from './interest.ts';

/** What everything that is recommended to one person draws on. */
export interface PersonView {
  work: KnownWork;
  login: string;
  /** null for one of whom nothing is known. */
  person: number | null;
  areas: Areas;
  interests: Interests;
}

export function* personView(work: KnownWork, login: string): Steps<PersonView> {
  const areas = yield* areaSteps(work);
  const interests = yield* interestSteps(areaActs(work, areas));
  return { work, login, person: work.find(login), areas, interests };
}

/** I(i,j) of the person in an area, by its key. */
export function interestIn({ person, interests }: PersonView, area: string): number {
  return person === null ? 0 : (interests.get(area)?.get(person) ?? 0);
}
