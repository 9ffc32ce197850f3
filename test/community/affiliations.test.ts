import { describe, expect, it } from '@jest/globals';
import { affiliations } from '../../src/community/affiliations.ts';
import type { PersonFact } from '../../src/domain/fact.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const acme = { host: 'eng.acme.com', from: '2025-01-01', to: '2025-12-20' };
const globexOnce = { host: 'globex.org', from: '2021-01-01', to: '2023-06-30' };

function person(login: string, known: Partial<PersonFact>): PersonFact {
  return { kind: 'person', login, organisation: null, bot: false, ...known };
}

function who(known: Partial<PersonFact>, domains: Record<string, string> = {}, day = '2025-12-31'): string | null {
  const found = affiliations([person('Ada', known)], domains, NOW);
  const key = found.at('ada', at(day));
  return key === null ? null : found.name(key);
}

describe('affiliations', () => {
  it('know nobody of whom nothing is said', () => {
    expect(affiliations([], {}, NOW).at('ada', NOW)).toBeNull();
    expect(who({})).toBeNull();
  });

  it('take the domain of commits, with all below it', () => {
    expect(who({ hosts: [acme] })).toBe('acme.com');
  });

  it('take the profile before the domain', () => {
    expect(who({ hosts: [acme], organisation: 'Initech Ltd.' })).toBe('Initech');
  });

  it('take the setting before the profile, for sub-domains too', () => {
    expect(who({ hosts: [acme], organisation: 'Initech' }, { 'acme.com': 'Acme Corporation' })).toBe(
      'Acme Corporation',
    );
  });

  it('take the longest domain that the setting names', () => {
    const domains = { 'acme.com': 'Acme', 'eng.acme.com': 'Acme Engineering' };

    expect(who({ hosts: [acme] }, domains)).toBe('Acme Engineering');
  });

  it('take a membership where nothing else is known, and only where there is one', () => {
    expect(who({ memberOf: ['initech'] })).toBe('initech');
    expect(who({ memberOf: ['initech'], hosts: [acme] })).toBe('acme.com');
    expect(who({ memberOf: ['initech', 'globex'] })).toBeNull();
  });

  it('are one where profile, handle and domain mean the same', () => {
    const all = [
      person('ada', { organisation: 'Acme Inc.' }),
      person('bob', { organisation: '@acme' }),
      person('cas', { hosts: [acme] }),
      person('dee', { organisation: 'ACME' }),
      person('eve', { organisation: 'Acme' }),
    ];
    const found = affiliations(all, {}, NOW);

    expect(new Set(all.map(({ login }) => found.at(login, NOW)))).toEqual(new Set(['acme']));
    expect(found.name('acme')).toBe('Acme');
  });

  it('go by the setting where a profile names the same domain by another name', () => {
    expect(who({ organisation: '@facebook' }, { 'facebook.com': 'Meta' })).toBe('Meta');
    expect(who({ organisation: '@acme' }, { 'eng.acme.com': 'Acme Engineering' })).toBe('acme');
  });

  it('count an act for whom its author stood for then', () => {
    const moved = { hosts: [globexOnce, acme], organisation: 'Acme' };

    expect(who(moved, {}, '2022-05-01')).toBe('globex.org');
    expect(who(moved, {}, '2025-06-01')).toBe('Acme');
  });

  it('count an act of which nothing is known for the present organisation', () => {
    const moved = { hosts: [globexOnce, acme] };

    expect(who(moved, {}, '2019-01-01')).toBe('acme.com');
    expect(who(moved, {}, '2024-06-01')).toBe('acme.com');
  });

  it('let go of a domain half a year after the last commit', () => {
    expect(who({ hosts: [globexOnce] }, {}, '2023-12-01')).toBe('globex.org');
    expect(who({ hosts: [globexOnce] }, {}, '2024-02-01')).toBeNull();
  });

  it('do not depend on the order of what is known', () => {
    const facts = [
      person('Ada', { hosts: [acme] }),
      person('ada', { organisation: 'Initech' }),
      person('ADA', { organisation: 'Globex' }),
    ];

    for (const order of [facts, facts.toReversed()]) expect(affiliations(order, {}, NOW).at('ada', NOW)).toBe('globex');
  });

  it('are not told of bots', () => {
    expect(affiliations([person('ada', { organisation: 'Acme', bot: true })], {}, NOW).at('ada', NOW)).toBeNull();
  });
});
