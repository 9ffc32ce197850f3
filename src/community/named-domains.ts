import { type CompanyName, companyName, domainName } from './company-names.ts';
import { registeredDomain } from './mail-hosts.ts';

/** The setting `partners.domains`. */
export interface NamedDomains {
  /** The organisation of a host, by the longest domain that it is or is below. */
  ofHost(host: string): CompanyName | null;
  /** The key under which the setting has an organisation that was named some other way. */
  canonical(key: string): string;
  /** By key. */
  names: ReadonlyMap<string, string>;
}

export function namedDomains(domains: Readonly<Record<string, string>>): NamedDomains {
  const byDomain = new Map<string, CompanyName>();
  const names = new Map<string, string>();
  const aliases = new Map<string, string>();
  for (const [domain, text] of Object.entries(domains).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = text.trim();
    if (name === '') continue;
    // A name of legal forms alone is still what the maintainers call it.
    const key = companyName(name)?.key ?? name.toLowerCase();
    const folded = domain.trim().toLowerCase().replace(/^@/, '').replace(/\.$/, '');
    byDomain.set(folded, { key, name });
    names.set(key, names.get(key) ?? name);
    // A part of an organisation may be named by itself, which says nothing of the rest of it.
    const alias = registeredDomain(folded)?.domain === folded ? domainName(folded)?.key : undefined;
    if (alias !== undefined && alias !== key) aliases.set(alias, aliases.get(alias) ?? key);
  }

  function ofHost(host: string): CompanyName | null {
    for (let rest = host.toLowerCase(); rest !== ''; rest = rest.slice(rest.indexOf('.') + 1)) {
      const found = byDomain.get(rest);
      if (found !== undefined) return found;
      if (!rest.includes('.')) return null;
    }
    return null;
  }

  return { ofHost, canonical: (key) => (names.has(key) ? key : (aliases.get(key) ?? key)), names };
}
