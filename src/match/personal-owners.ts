import type { RankedPerson } from '../domain/suggestion.ts';
import type { Codeowners, OwnerRule } from './codeowners.ts';
import { NEAR_EQUAL } from './near-equal.ts';

/** Whom CODEOWNERS means by teams and addresses; names in lower case, teams as `org/name`. */
export interface OwnerNames {
  teams: ReadonlyMap<string, readonly string[]>;
  addresses: ReadonlyMap<string, string>;
}

/** The team that `@org/name` names, in lower case; null for anything else. */
export function teamNamed(owner: string): string | null {
  return /^@[^\s@/]+\/[^\s@/]+$/.test(owner) ? owner.slice(1).toLowerCase() : null;
}

/** Teams that own any of the files. */
export function owningTeams(paths: readonly string[], codeowners: Codeowners): string[] {
  return [...new Set(paths.flatMap((path) => codeowners(path)?.owners.flatMap((it) => teamNamed(it) ?? []) ?? []))];
}

/** The same rules with every team and address told as people, and without those that name nobody or who may not own. */
export function personalOwners(
  codeowners: Codeowners,
  { teams, addresses }: OwnerNames,
  mayOwn: (login: string) => boolean = () => true,
): Codeowners {
  function loginsOf(owner: string): readonly string[] {
    const team = teamNamed(owner);
    if (team !== null) return teams.get(team) ?? [];
    if (owner.startsWith('@')) return [owner.slice(1)];
    return [addresses.get(owner.toLowerCase()) ?? []].flat();
  }

  return (path) => {
    const rule = codeowners(path);
    if (rule === null) return null;
    const logins = new Set(rule.owners.flatMap(loginsOf).filter(mayOwn));
    return { pattern: rule.pattern, owners: [...logins].map((login) => `@${login}`) };
  };
}

/**
 * Of each team the one who stands for it: the best ranked, of near-equal ones the least loaded.
 * `ranked` are members of any of the teams that may be suggested, all with the ownership of theirs.
 */
export function standIns(
  teams: OwnerNames['teams'],
  ranked: readonly RankedPerson[],
  loadOf: (login: string) => number,
): Map<string, string[]> {
  const chosen = new Map<string, string[]>();
  for (const [team, members] of teams) {
    const folded = new Set(members.map((login) => login.toLowerCase()));
    const eligible = ranked.filter(({ login }) => folded.has(login.toLowerCase()));
    const least = (1 - NEAR_EQUAL) * (eligible[0]?.score ?? 0);
    const near = eligible.filter(({ score }) => score >= least);
    const [best] = near.toSorted((a, b) => loadOf(a.login) - loadOf(b.login) || b.score - a.score);
    if (best !== undefined) chosen.set(team, [best.login]);
  }
  return chosen;
}

/** Tells of the owners among the people through which team they own, where it is not by their own name. */
export function withTeams(
  people: readonly RankedPerson[],
  rules: readonly OwnerRule[],
  chosen: OwnerNames['teams'],
): RankedPerson[] {
  return people.map((person) => {
    const reasons = person.reasons.map((reason) => {
      if (reason.kind !== 'owner') return reason;
      const team = teamOf(person.login, rules.find(({ pattern }) => pattern === reason.pattern)?.owners ?? [], chosen);
      return team === undefined ? reason : { ...reason, team };
    });
    return { ...person, reasons };
  });
}

function teamOf(login: string, owners: readonly string[], chosen: OwnerNames['teams']): string | undefined {
  const folded = login.toLowerCase();
  if (owners.some((owner) => owner.toLowerCase() === `@${folded}`)) return undefined;
  return owners.find((owner) => (chosen.get(teamNamed(owner) ?? '') ?? []).some((it) => it.toLowerCase() === folded));
}
