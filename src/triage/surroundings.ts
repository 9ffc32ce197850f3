import type { RepositoryConfig } from '../config/repository-config.ts';
import type { ThreadRef } from '../domain/thread-ref.ts';
import { everythingRule, parseCodeowners } from '../match/codeowners.ts';
import { owningTeams, teamNamed } from '../match/personal-owners.ts';
import type { GitHub } from './github-port.ts';
import type { Clock, Log } from './ports.ts';
import type { Store } from './store-port.ts';
import type { Surroundings } from './suggest.ts';
import type { ThreadReading } from './thread-reading.ts';

interface SurroundingPorts {
  github: GitHub;
  store: Pick<Store, 'readPeople'>;
  clock: Clock;
  log: Log;
}

/** Everything besides model and thread that a suggestion draws on. */
export async function readSurroundings(
  ref: ThreadRef,
  reading: ThreadReading,
  config: RepositoryConfig,
  ports: SurroundingPorts,
): Promise<Omit<Surroundings, 'near' | 'named' | 'refused'>> {
  const { github, store, clock } = ports;
  const isPull = ref.type === 'pull';
  const [codeowners, labels, assignable, people] = await Promise.all([
    isPull ? github.readCodeowners(ref) : '',
    github.readLabels(ref),
    ref.type === 'discussion' ? new Set<string>() : github.readAssignable(ref),
    store.readPeople(ref.owner),
  ]);
  const names = isPull ? await readNames(ref, reading, { codeowners, config }, ports) : NO_NAMES;
  return { config, codeowners, labels, assignable, people, ...names, now: clock(), repository: ref };
}

type Names = Pick<Surroundings, 'teams' | 'addresses' | 'writers'>;

const NO_NAMES: Names = { teams: new Map(), addresses: new Map(), writers: null };
const MAX_TEAMS = 20;

async function readNames(
  ref: ThreadRef,
  { files }: ThreadReading,
  { codeowners, config }: Pick<Surroundings, 'codeowners' | 'config'>,
  { github, log }: SurroundingPorts,
): Promise<Names> {
  const rules = parseCodeowners(codeowners);
  const paths = files.map(({ path }) => path);
  const ofEverything = everythingRule(codeowners)?.owners ?? [];
  const owners = [...paths.flatMap((path) => rules(path)?.owners ?? []), ...ofEverything];
  const byAddress = [...new Set(owners.filter((owner) => !owner.startsWith('@')))];
  const named = [...config.reviewers.fallback.map((name) => `@${name}`), ...ofEverything];
  const wanted = new Set([...owningTeams(paths, rules), ...named.flatMap((name) => teamNamed(name) ?? [])]);
  // Only teams of the owner can own anything here.
  const own = [...wanted].filter((team) => team.startsWith(`${ref.owner.toLowerCase()}/`)).slice(0, MAX_TEAMS);
  const [members, addresses, writers] = await Promise.all([
    Promise.all(own.map(membersOf)),
    byAddress.length > 0 ? github.readAddresses(ref, byAddress) : NO_NAMES.addresses,
    codeowners === '' ? null : github.readWriters(ref),
  ]);
  return { teams: new Map(members), addresses, writers };

  async function membersOf(team: string): Promise<[string, string[]]> {
    const logins = await github.readTeam(ref, team);
    if (logins === null) log.warn({ team }, 'GitHub does not tell the members of a team: is `members: read` granted?');
    return [team, logins ?? []];
  }
}
