import { type PersonGroup, personGroups } from './person-groups.ts';

/** A person as git names one. */
export interface GitPerson {
  name: string;
  email: string;
}

/** One id a person: the login where it is known, else the name under which the person came first. */
export interface Identities {
  /** '' where neither name nor address is given. */
  idOf(person: GitPerson): string;
}

/** Folded address to login as GitHub tells it; null: GitHub knows nobody by that address. */
export type AuthorLinks = ReadonlyMap<string, string | null>;

const NOREPLY = /^(?:\d+\+)?([a-z\d][\w-]*(?:\[bot\])?)@users\.noreply\./i;

/** Addresses that many people share, and names that machines come with: neither makes two people one. */
const SHARED_ADDRESS = /^(?:|noreply@github\.com|unknown(?:@.*)?|none(?:@.*)?|.*@localhost(?:\..*)?|.*@\(none\))$/;
const SHARED_NAME = /^(?:|root|admin|administrator|ubuntu|user|unknown|nobody|none|your name|github)$/;

/** `people` oldest first, so that somebody keeps the id while the history grows. */
export function identities(people: Iterable<GitPerson>, links: AuthorLinks = new Map()): Identities {
  const groups = personGroups();
  const loginOf = loginReader(links);
  for (const { name, email } of people) {
    const keys = [...nameKeys(name), ...addressKeys(email)];
    groups.join(keys, name.trim() || email.trim(), loginOf(foldAddress(email)));
  }

  function idOf({ name, email }: GitPerson): string {
    const login = loginOf(foldAddress(email));
    if (login !== null) return login;
    for (const key of [...addressKeys(email), ...nameKeys(name)]) {
      const group = groups.find(key);
      if (group !== null) return idOfGroup(group) ?? firstOwnLogin(groups.find(nameKeys(name)[0] ?? '')) ?? name.trim();
    }
    return name.trim() || email.trim();
  }

  return { idOf: remembered(idOf) };
}

export function foldAddress(email: string): string {
  return email.trim().toLowerCase();
}

/** Whether the folded address is one that many people share. */
export function isSharedAddress(address: string): boolean {
  return SHARED_ADDRESS.test(address);
}

/** The login that a noreply address of GitHub tells by itself. */
export function noreplyLogin(email: string): string | null {
  return NOREPLY.exec(email)?.[1] ?? null;
}

/** GitHub does not mind the case of a login; one spelling is kept, that of the links before others. */
function loginReader(links: AuthorLinks): (address: string) => string | null {
  const spelling = new Map<string, string>();
  for (const login of links.values()) if (login !== null) spelling.set(login.toLowerCase(), login);
  return (address) => {
    const login = links.get(address) ?? noreplyLogin(address);
    if (login === null) return null;
    const folded = login.toLowerCase();
    const spelt = spelling.get(folded);
    if (spelt === undefined) spelling.set(folded, login);
    return spelt ?? login;
  };
}

function nameKeys(name: string): string[] {
  const folded = name.trim().replace(/\s+/g, ' ').toLowerCase();
  return SHARED_NAME.test(folded) ? [] : [`name ${folded}`];
}

function addressKeys(email: string): string[] {
  const folded = foldAddress(email);
  return isSharedAddress(folded) ? [] : [`address ${folded}`];
}

/** Null where two people were taken for one. */
function idOfGroup({ logins, firstName }: PersonGroup): string | null {
  if (logins.size > 1) return null;
  const [only] = logins;
  return only ?? firstName;
}

function firstOwnLogin(group: PersonGroup | null): string | null {
  const [first, ...others] = group?.ownLogins ?? [];
  return others.length === 0 ? (first ?? null) : null;
}

function remembered(idOf: (person: GitPerson) => string): (person: GitPerson) => string {
  const known = new Map<string, string>();
  return (person) => {
    const pair = `${person.name}\n${person.email}`;
    let id = known.get(pair);
    if (id === undefined) {
      id = idOf(person);
      known.set(pair, id);
    }
    return id;
  };
}
