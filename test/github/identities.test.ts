import { describe, expect, it } from '@jest/globals';
import { isAutomation } from '../../src/github/bots.ts';
import { type GitPerson, identities } from '../../src/github/identities.ts';

function person(text: string): GitPerson {
  const [, name = '', email = ''] = /^(.*?) ?<(.*)>$/.exec(text) ?? [];
  return { name, email };
}

function idsOf(texts: string[], links: Record<string, string | null> = {}): string[] {
  const people = texts.map(person);
  const { idOf } = identities(people, new Map(Object.entries(links)));
  return people.map(idOf);
}

describe('identities', () => {
  it.each<[string, string[], Record<string, string | null>, string[]]>([
    ['a login from a noreply address', ['Ada <123+ada-l@users.noreply.github.com>'], {}, ['ada-l']],
    ['a login from an old noreply address', ['Ada <ada-l@users.noreply.github.com>'], {}, ['ada-l']],
    ['a login from a noreply address of an own server', ['Ada <1+ada@users.noreply.ghe.example.com>'], {}, ['ada']],
    ['a bot from its noreply address', ['x <1+renovate[bot]@users.noreply.github.com>'], {}, ['renovate[bot]']],
    ['a login from GitHub', ['Ada <ADA@x.org>'], { 'ada@x.org': 'ada-l' }, ['ada-l']],
    ['a name where there is no login', ['Ada Lovelace <a@x>'], {}, ['Ada Lovelace']],
    ['a name where GitHub knows nobody', ['Ada Lovelace <a@x>'], { 'a@x': null }, ['Ada Lovelace']],
    ['the address where there is no name', [' <a@x>'], {}, ['a@x']],
    ['nothing for nobody', [' <>'], {}, ['']],
    ['the same name as the same person', ['Ada L <a@x>', 'Ada L <1+ada@users.noreply.github.com>'], {}, ['ada', 'ada']],
    ['the same address as the same person', ['Ada <a@x>', 'Ada Lovelace <a@x>'], {}, ['Ada', 'Ada']],
    [
      'one person over several steps',
      ['Ada <a@x>', 'Lovelace, A <a@x>', 'Lovelace, A <b@x>', 'Zed <b@x>', 'Zed <c@x>'],
      { 'c@x': 'ada' },
      ['ada', 'ada', 'ada', 'ada', 'ada'],
    ],
    [
      'two logins under one name as two people',
      ['J Kim <1+kim@users.noreply.github.com>', 'J Kim <2+jk@users.noreply.github.com>', 'J Kim <k@x>'],
      {},
      ['kim', 'jk', 'J Kim'],
    ],
    [
      'people behind one shared address as several',
      ['Ada Lovelace <noreply@github.com>', 'Bob Builder <noreply@github.com>'],
      {},
      ['Ada Lovelace', 'Bob Builder'],
    ],
    [
      'people under one machine name as several',
      ['root <a@x>', 'root <b@x>'],
      { 'a@x': 'ada', 'b@x': 'bob' },
      ['ada', 'bob'],
    ],
    ['one spelling of a login', ['A <1+ADA@users.noreply.github.com>', 'A <a@x>'], { 'a@x': 'ada' }, ['ada', 'ada']],
    ['prototype words as names', ['constructor <__proto__@x>', 'toString <a@x>'], {}, ['constructor', 'toString']],
  ])('gives %s', (_title, people, links, ids) => {
    expect(idsOf(people, links)).toEqual(ids);
  });

  it('knows somebody who is named in a trailer by address, else by name', () => {
    const { idOf } = identities([
      person('Ada Lovelace <a@x>'),
      person('Ada Lovelace <1+ada@users.noreply.github.com>'),
    ]);

    expect(idOf({ name: 'A.L.', email: 'A@x' })).toBe('ada');
    expect(idOf({ name: 'ada  lovelace', email: 'new@x' })).toBe('ada');
    expect(idOf({ name: 'Stranger', email: 's@x' })).toBe('Stranger');
  });

  it('keeps the id of a person when the history grows', () => {
    const before = identities([person('Ada <a@x>')]).idOf(person('Ada <a@x>'));
    const after = identities([person('Ada <a@x>'), person('Ada Lovelace <a@x>')]).idOf(person('Ada Lovelace <a@x>'));

    expect(after).toBe(before);
  });
});

describe('isAutomation', () => {
  it.each(['dependabot[bot]', 'renovate', 'GitHub Actions', 'k8s-ci-robot', 'acme-bot', 'Release CI', 'web-flow'])(
    'knows %s',
    (name) => {
      expect(isAutomation(name)).toBe(true);
    },
  );

  it.each(['abbot', 'Talbot', 'lucci', 'robot-fan', 'ada', ''])('takes %j for a human', (name) => {
    expect(isAutomation(name)).toBe(false);
  });
});
