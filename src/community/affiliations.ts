import type { HostUse, PersonFact } from '../domain/fact.ts';
import { daysBetween } from '../match/score-decay.ts';
import { type CompanyName, companyName, domainName } from './company-names.ts';
import { type NamedDomains, namedDomains } from './named-domains.ts';

/** Who belongs to which organisation, for all measures. */
export interface Affiliations {
  /** Key of the organisation that somebody stood for when they acted; null: for none that is known. */
  at(login: string, time: number): string | null;
  /** What an organisation is called. */
  name(key: string): string;
}

/** So long after the last commit from a host its organisation is still taken to be theirs. */
export const HELD_FOR_DAYS = 180;

interface Span {
  key: string;
  fromSetting: boolean;
  from: number;
  to: number;
}

interface Person {
  /** The latest first. */
  spans: Span[];
  profile: string | null;
  membership: string | null;
}

/**
 * The setting goes before the profile, that before the domain and that before a membership. A host of which no commit
 * came for half a year tells of the time when they did; everything else tells of the present, and of all acts of whose
 * time nothing else is known.
 */
export function affiliations(
  persons: readonly PersonFact[],
  domains: Readonly<Record<string, string>>,
  now: number,
): Affiliations {
  const setting = namedDomains(domains);
  const names = spellings(setting);
  const known = new Map<string, Person>();
  for (const fact of persons) {
    if (fact.bot) continue;
    const login = fact.login.toLowerCase();
    known.set(login, together(known.get(login), readPerson(fact, setting, names)));
  }

  function at(login: string, time: number): string | null {
    const person = known.get(login.toLowerCase());
    if (person === undefined) return null;
    const held = person.spans.find((span) => holds(span, time));
    if (held !== undefined && (held.fromSetting || !isLive(held, now))) return held.key;
    const present = person.spans.find((span) => isLive(span, now));
    if (present?.fromSetting) return present.key;
    return person.profile ?? held?.key ?? present?.key ?? person.membership;
  }

  return { at, name: names.best };
}

function holds({ from, to }: Span, time: number): boolean {
  return from <= time && daysBetween(to, time) <= HELD_FOR_DAYS;
}

function isLive({ to }: Span, now: number): boolean {
  return daysBetween(to, now) <= HELD_FOR_DAYS;
}

function readPerson(fact: PersonFact, setting: NamedDomains, names: Spellings): Person {
  const company = fact.organisation === null ? null : companyName(fact.organisation);
  const [only, ...more] = fact.memberOf ?? [];
  const membership = only === undefined || more.length > 0 ? null : companyName(`@${only}`);
  return {
    spans: (fact.hosts ?? []).flatMap((use) => spanOf(use, setting, names)),
    profile: names.seen(company, setting),
    membership: names.seen(membership, setting),
  };
}

function spanOf({ host, from, to }: HostUse, setting: NamedDomains, names: Spellings): Span[] {
  const [begins, ends] = [Date.parse(from), Date.parse(to)];
  if (Number.isNaN(begins) || Number.isNaN(ends)) return [];
  const named = setting.ofHost(host);
  const key = named?.key ?? names.seenDomain(domainName(host), setting);
  return key === null ? [] : [{ key, fromSetting: named !== null, from: begins, to: ends }];
}

/** Spans of one organisation stay apart: a gap of years may have been spent elsewhere. */
function together(one: Person | undefined, other: Person): Person {
  const spans = [...(one?.spans ?? []), ...other.spans].sort(
    (a, b) =>
      Number(b.fromSetting) - Number(a.fromSetting) || b.from - a.from || b.to - a.to || (a.key < b.key ? -1 : 1),
  );
  const least = (a: string | null | undefined, b: string | null) => (a == null || (b !== null && b < a) ? b : a);
  return {
    spans,
    profile: least(one?.profile, other.profile),
    membership: least(one?.membership, other.membership),
  };
}

interface Spellings {
  /** Counts a name and gives its key, which is the setting's where that knows the organisation. */
  seen(company: CompanyName | null, setting: NamedDomains): string | null;
  /** The same of a domain, by which only those are called whom nothing else names. */
  seenDomain(domain: CompanyName | null, setting: NamedDomains): string | null;
  best(key: string): string;
}

/** What most people write; a word with capitals before one without. */
function spellings({ names }: NamedDomains): Spellings {
  const counts = new Map<string, Map<string, number>>();
  const domainNames = new Map<string, string>();

  function seen(company: CompanyName | null, setting: NamedDomains): string | null {
    if (company === null) return null;
    const key = setting.canonical(company.key);
    const ofKey = counts.get(key) ?? new Map<string, number>();
    counts.set(key, ofKey.set(company.name, (ofKey.get(company.name) ?? 0) + 1));
    return key;
  }

  function seenDomain(domain: CompanyName | null, setting: NamedDomains): string | null {
    if (domain === null) return null;
    const key = setting.canonical(domain.key);
    const before = domainNames.get(key);
    if (before === undefined || domain.name < before) domainNames.set(key, domain.name);
    return key;
  }

  function best(key: string): string {
    const [most] = [...(counts.get(key) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return names.get(key) ?? most?.[0] ?? domainNames.get(key) ?? key;
  }

  return { seen, seenDomain, best };
}
