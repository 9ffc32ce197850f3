import type { MeasuredInput } from '../community/measured-input.ts';
import type { PersonFact } from '../domain/fact.ts';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import { daysBetween, decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import { type PersonStore, withKnownPersons } from './known-persons.ts';
import type { Clock, Log } from './ports.ts';
import type { Store } from './store-port.ts';

export interface ProfilePorts {
  github: {
    /** Public profiles of those who are users of GitHub, read out of the budget of the history. */
    readProfiles(ref: RepositoryRef, wanted: WantedProfile[]): Promise<Profile[]>;
  };
  store: Pick<Store, 'addFacts'> & PersonStore;
  clock: Clock;
  log: Log;
}

export interface WantedProfile {
  login: string;
  /** Whether memberships are asked for where no company is named: one request more. */
  memberships: boolean;
}

export interface Profile {
  login: string;
  company: string | null;
  memberOf: string[];
}

/** Four requests for so many, and one for each of so few of whom nothing else tells an organisation. */
const MOST_PEOPLE = 200;
const MOST_MEMBERSHIPS = 50;
const KEPT_DAYS = 30;

/** Public profiles of the most active people, each read once a month. Never throws: the next measuring asks again. */
export async function learnProfiles(
  ref: RepositoryRef,
  input: Pick<MeasuredInput, 'work' | 'persons' | 'leftOut'>,
  { github, store, clock, log }: ProfilePorts,
): Promise<void> {
  try {
    const now = clock();
    const wanted = wantedProfiles(input, now);
    if (wanted.length === 0) return;
    const profiles = await github.readProfiles(ref, wanted);
    const facts = profiles.map((profile) => profileFact(profile, now));
    if (facts.length === 0) return;
    await store.addFacts(ref, await withKnownPersons(ref, facts, store), 'replace');
    log.info({ repository: repositoryKey(ref), profiles: facts.length }, 'profiles read');
  } catch (error) {
    log.warn({ err: error, repository: repositoryKey(ref) }, 'profiles could not be read, the next measuring does it');
  }
}

function profileFact({ login, company, memberOf }: Profile, now: Date): PersonFact {
  const profileReadAt = now.toISOString();
  return { kind: 'person', login, organisation: company, bot: false, memberOf, profileReadAt };
}

function wantedProfiles(
  { work, persons, leftOut }: Pick<MeasuredInput, 'work' | 'persons' | 'leftOut'>,
  now: Date,
): WantedProfile[] {
  const known = new Map(persons.map((fact) => [fact.login.toLowerCase(), fact]));
  const wanted = mostActive(work)
    .filter((login) => !leftOut(login))
    .slice(0, MOST_PEOPLE)
    .filter((login) => !isFresh(known.get(login.toLowerCase()), now));
  const unknown = wanted.filter((login) => known.get(login.toLowerCase())?.hosts === undefined);
  const asked = new Set(unknown.slice(0, MOST_MEMBERSHIPS));
  return wanted.map((login) => ({ login, memberships: asked.has(login) }));
}

function isFresh(fact: PersonFact | undefined, now: Date): boolean {
  if (fact?.profileReadAt === undefined) return false;
  return daysBetween(Date.parse(fact.profileReadAt), now.getTime()) < KEPT_DAYS;
}

/** By decayed acts. Who is known from git alone may be called like a user of GitHub and be somebody else. */
function mostActive({ changes, threads, at, login }: MeasuredInput['work']): string[] {
  const acts = new Map<number, number>();
  const users = new Set<number>();
  const see = (people: Iterable<number | null>, time: number) => {
    const weight = exact(decayed(daysBetween(time, at)));
    for (const person of people) if (person !== null) acts.set(person, (acts.get(person) ?? 0) + weight);
  };
  for (const { author, reviewers, time } of changes) see([author, ...reviewers], time);
  for (const { author, assignees, participants, time } of threads) {
    const people = new Set([author, ...assignees, ...participants]);
    see(people, time);
    for (const person of people) if (person !== null) users.add(person);
  }
  const people = [...users].map((person) => ({ login: login(person), sum: acts.get(person) ?? 0 }));
  return people.sort((a, b) => b.sum - a.sum || (a.login < b.login ? -1 : 1)).map((person) => person.login);
}
