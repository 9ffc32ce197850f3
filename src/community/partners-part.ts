import type { KnownWork } from '../match/known-work.ts';
import { daysBetween } from '../match/score-decay.ts';
import type { Steps } from '../match/steps.ts';
import { affiliations } from './affiliations.ts';
import { areaKnowledge } from './area-knowledge.ts';
import { type AreaNeed, areaNeeds } from './area-needs.ts';
import { type AreaSkill, areaSkills } from './area-skills.ts';
import { type Areas, areaSteps } from './areas.ts';
import { availabilityIn } from './availability.ts';
import { type LinkedRepository, linkedRepositories } from './linked-repositories.ts';
import type { MeasuredInput } from './measured-input.ts';
import { eachAct } from './organisation-acts.ts';
import { organisationAsks } from './organisation-asks.ts';
import { countDependence, type Dependence, type DirectoryDependence } from './organisation-dependence.ts';
import { type OrganisationTies, organisationTies } from './organisation-ties.ts';
import { type OrganisationWork, workByOrganisation } from './organisation-work.ts';
import { type PartnerCandidate, partnerCandidates } from './partner-candidates.ts';
import { prospects } from './prospects.ts';
import { trendMonths } from './work-trend.ts';

/** Which organisations work on a repository, and which would fit it; docs/algorithms.md derives each number. */
export interface PartnersPart {
  /** When each month of the trends begins, ISO 8601 UTC, the latest last. */
  months: string[];
  /** Those with most work, the most first; other lists name them by their keys. */
  organisations: Organisation[];
  /** How many there are with those that are not told. */
  allOrganisations: number;
  /** All who belong to none that is known; null: nobody. */
  unaffiliated: OrganisationWork | null;
  dependence: Dependence;
  directories: DirectoryDependence[];
  cooperation: OrganisationTies;
  candidates: PartnerCandidate[];
  /** What threads point to; the repository itself may be among them. */
  repositories: LinkedRepository[];
  /** What `sharedSkills` needs of each repository. */
  skills: AreaSkill[];
}

export interface Organisation extends OrganisationWork {
  key: string;
  name: string;
}

const MOST_ORGANISATIONS = 200;

export function* partnersPart(input: MeasuredInput): Steps<PartnersPart> {
  const { work, persons, config, leftOut } = input;
  const known = affiliations(persons, config.partners.domains, work.at);
  const belongs = remembered((person) => !leftOut(work.login(person)));
  const organisationAt = (person: number, time: number) => known.at(work.login(person), time);
  const areas = yield* areaSteps(work);
  const needs = yield* areaNeeds(work, areas);
  const sums = yield* sumsOf(work, { areas, needs, belongs, organisationAt });

  const rows = sums.done.all(work.login);
  yield;
  const works = new Map(rows.flatMap(([key, row]) => (key === null ? [] : [[key, row] as const])));
  const presentOf = remembered((person) => organisationAt(person, work.at));
  const candidates = partnerCandidates(prospects({ works, needs, ...sums, nameOf: known.name, presentOf }));
  yield;
  return {
    months: trendMonths(work.at),
    organisations: [...works]
      .slice(0, MOST_ORGANISATIONS)
      .map(([key, row]) => ({ key, name: known.name(key), ...row })),
    allOrganisations: works.size,
    unaffiliated: rows.find(([key]) => key === null)?.[1] ?? null,
    dependence: sums.dependence.whole(),
    directories: sums.dependence.directories(),
    cooperation: yield* organisationTies(work, organisationAt, belongs),
    candidates,
    repositories: yield* linkedRepositories({ ...input, needs, areasOf: threadAreas(work, areas) }),
    skills: areaSkills(needs, sums.knowledge, { login: work.login, isFree: freeIn(input, sums.lastActs) }),
  };
}

interface SumsOptions {
  areas: Areas;
  needs: ReadonlyMap<string, AreaNeed>;
  belongs(person: number): boolean;
  organisationAt(person: number, time: number): string | null;
}

type Sums = ReturnType<typeof emptySums>;

function emptySums(now: number, needs: ReadonlyMap<string, AreaNeed>) {
  return {
    done: workByOrganisation(now),
    dependence: countDependence(now),
    knowledge: areaKnowledge(now),
    asks: organisationAsks(now, needs),
    /** Time of the last act of each person. */
    lastActs: new Map<number, number>(),
  };
}

/** All acts are looked at once. */
function* sumsOf(work: KnownWork, { areas, needs, belongs, organisationAt }: SumsOptions): Steps<Sums> {
  const sums = emptySums(work.at, needs);
  yield* eachAct(work, areas, belongs, (act) => {
    const { person, time } = act;
    const organisation = organisationAt(person, time);
    sums.done.see(organisation, act);
    sums.dependence.see(organisation, act);
    sums.knowledge.see(act);
    sums.asks.see(organisation, act);
    sums.lastActs.set(person, Math.max(sums.lastActs.get(person) ?? time, time));
  });
  return sums;
}

function threadAreas(work: KnownWork, areas: Areas): (id: string) => string[] {
  const threads = new Map(work.threads.map((thread) => [thread.id, thread]));
  return (id) => {
    const thread = threads.get(id);
    return thread === undefined ? [] : areas.ofThread(thread);
  };
}

/** Who would be suggested now: neither away, nor full, nor silent for long. */
function freeIn(input: MeasuredInput, lastActs: ReadonlyMap<number, number>): (person: number) => boolean {
  const { at } = input.work;
  let first = at;
  for (const { time } of [...input.work.changes, ...input.work.threads]) first = Math.min(first, time);
  const availability = availabilityIn(input, daysBetween(first, at));
  return (person) => {
    const lastDays = daysBetween(lastActs.get(person) ?? Number.NEGATIVE_INFINITY, at);
    return availability(person, lastDays).state === 'active';
  };
}

function remembered<T extends string | boolean | null>(of: (person: number) => T): (person: number) => T {
  const known = new Map<number, T>();
  return (person) => {
    let found = known.get(person);
    if (found === undefined) {
      found = of(person);
      known.set(person, found);
    }
    return found;
  };
}
