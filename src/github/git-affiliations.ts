import { organisationHost, registeredDomain } from '../community/mail-hosts.ts';
import type { HostUse, PersonFact } from '../domain/fact.ts';
import { isAutomation } from './bots.ts';
import { type GitAuthor, peopleOf, readAuthors } from './git-people.ts';
import { openRepository } from './git-repository.ts';
import { type AuthorLinks, type Identities, identities } from './identities.ts';

/** From where each author of a clone mailed: `readCommits` gives what they did. @throws GitError */
export async function readAffiliations(path: string, links: AuthorLinks = new Map()): Promise<PersonFact[]> {
  const { authors } = await readAuthors(await openRepository(path), null);
  return affiliationFacts(authors, identities(peopleOf(authors), links));
}

/**
 * Hosts of the addresses of commits, as they were before the mailmap, which only knows the present ones. What stands
 * before the host is not kept, nor is a domain of somebody's own.
 */
export function affiliationFacts(authors: readonly GitAuthor[], { idOf }: Identities): PersonFact[] {
  const used = new Map<string, Map<string, { first: number; last: number; names: string[] }>>();
  const usersOf = new Map<string, Set<string>>();
  for (const { name, email, rawEmail, first, last } of authors) {
    const host = organisationHost(rawEmail);
    const id = idOf({ name, email });
    if (host === null || id === '' || isAutomation(id)) continue;
    const hosts = used.get(id) ?? new Map();
    const before = hosts.get(host) ?? { first, last, names: [] };
    const names = [...before.names, name, id];
    hosts.set(host, { first: Math.min(before.first, first), last: Math.max(before.last, last), names });
    used.set(id, hosts);
    const domain = registeredDomain(host)?.domain ?? host;
    usersOf.set(domain, (usersOf.get(domain) ?? new Set()).add(id));
  }

  /** Nobody else mails from there, and it is called as its user is. */
  function isOwn(host: string, names: string[]): boolean {
    const registered = registeredDomain(host);
    const users = usersOf.get(registered?.domain ?? host)?.size ?? 0;
    return users <= 1 && names.some((name) => isCalledLike(registered?.name ?? host, name));
  }

  return [...used].flatMap(([login, hosts]): PersonFact[] => {
    const others = [...hosts].filter(([host, { names }]) => !isOwn(host, names));
    const uses = others.flatMap(([host, { first, last }]) => hostUse(host, first, last));
    uses.sort((a, b) => (a.host < b.host ? -1 : 1));
    return uses.length === 0 ? [] : [{ kind: 'person', login, organisation: null, bot: false, hosts: uses }];
  });
}

const SHORTEST_WORD = 4;

/** Such as `lovelace` or `adalovelace` of Ada Lovelace. */
function isCalledLike(domain: string, name: string): boolean {
  const folded = domain.replaceAll('-', '');
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.join('') === folded || words.some((word) => word.length >= SHORTEST_WORD && folded.includes(word));
}

/** The last second of the year 9999: what a clock that ran wild left in a commit tells of no day. */
const LATEST = 253_402_300_799;

function hostUse(host: string, first: number, last: number): HostUse[] {
  if (!(Math.abs(first) <= LATEST && Math.abs(last) <= LATEST)) return [];
  const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);
  return [{ host, from: day(first), to: day(last) }];
}
