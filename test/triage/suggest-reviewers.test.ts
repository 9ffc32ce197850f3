import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/fact.ts';
import type { RankedPerson } from '../../src/domain/suggestion.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { type Surroundings, suggest } from '../../src/triage/suggest.ts';
import type { ThreadReading } from '../../src/triage/thread-reading.ts';
import { aReading } from '../fakes/github.ts';
import { aChange, aTaken, configWith, surroundings } from './surroundings-of.ts';

const ALL = ['ada', 'bo', 'cy', 'di', 'newcomer'];

/** Ada reviews the server most, Bo the client; Cy wrote once; of Di nothing is known. */
const history: Fact[] = [
  ...[1, 3, 5, 7, 9].map((day) => aChange(day, 'newcomer', ['ada'], ['server/main.ts'])),
  ...[2, 4].map((day) => aChange(day, 'newcomer', ['bo'], ['client/main.ts'])),
  aChange(6, 'cy', ['bo'], ['client/other.ts']),
];

interface Asked {
  paths: string[];
  around?: Partial<Surroundings>;
  reading?: Partial<Omit<ThreadReading, 'fact'>>;
  facts?: Fact[];
}

function reviewers({ paths, around, reading, facts = [] }: Asked): RankedPerson[] {
  const model = createRepositoryModel();
  for (const fact of [...history, ...facts]) model.learn(fact);
  const files = paths.map((path) => ({ path, added: 1, deleted: 0 }));
  const pull = aReading({ type: 'pull' }, { files, ...reading });
  return suggest(pull, model, surroundings(ALL, around)).reviewers;
}

function logins(people: RankedPerson[]): string[] {
  return people.map(({ login }) => login);
}

function owner({ reasons }: Partial<RankedPerson> = {}) {
  return reasons?.find(({ kind }) => kind === 'owner');
}

describe('a team that owns the files', () => {
  const codeowners = 'new/ @acme/core';
  const teams = new Map([['acme/core', ['cy', 'Bo', 'di']]]);
  const around = { codeowners, teams, config: configWith({ reviewers: { max: 10 } }) };
  const owners = (people: RankedPerson[]) => logins(people.filter((person) => owner(person) !== undefined));

  it('is stood for by its best member alone, who is told to own as one of it', () => {
    const people = reviewers({ paths: ['new/a.ts'], around });

    expect(owners(people)).toEqual(['bo']);
    expect(owner(people.find(({ login }) => login === 'bo'))).toEqual({
      kind: 'owner',
      pattern: 'new/',
      team: '@acme/core',
    });
  });

  it('is stood for by the next one where the best one may not be suggested', () => {
    expect(owners(reviewers({ paths: ['new/a.ts'], around, reading: { declined: ['bo'] } }))).toEqual(['cy']);
  });

  it('is stood for by the less loaded of members of whom nothing else is known', () => {
    const unknown = { ...around, assignable: new Set(['di', 'ed']), teams: new Map([['acme/core', ['di', 'ed']]]) };
    const held = aTaken('1', 'di', { type: 'pull', state: 'open', closedAt: null, outcome: null });

    expect(owners(reviewers({ paths: ['new/a.ts'], around: unknown }))).toEqual(['di']);
    expect(owners(reviewers({ paths: ['new/a.ts'], around: unknown, facts: [held] }))).toEqual(['ed']);
  });

  it('is nobody where its members are not told', () => {
    expect(owners(reviewers({ paths: ['new/a.ts'], around: { ...around, teams: new Map() } }))).toEqual([]);
  });

  it('leaves an owner by name an owner by name', () => {
    const named = { ...around, codeowners: 'new/ @acme/core @bo' };

    expect(owner(reviewers({ paths: ['new/a.ts'], around: named }).find(({ login }) => login === 'bo'))).toEqual({
      kind: 'owner',
      pattern: 'new/',
    });
  });
});

describe('an owner', () => {
  it('may be told by an address that is known', () => {
    const around = { codeowners: '* Di@example.com x@example.com', addresses: new Map([['di@example.com', 'di']]) };

    expect(logins(reviewers({ paths: ['new/a.ts'], around }))).toContain('di');
  });

  it('who may not write owns nothing, as on GitHub', () => {
    const around = { codeowners: '* @di', config: configWith({ reviewers: { max: 10 } }) };

    expect(logins(reviewers({ paths: ['new/a.ts'], around: { ...around, writers: new Set(['DI']) } }))).toContain('di');
    expect(logins(reviewers({ paths: ['new/a.ts'], around: { ...around, writers: new Set(['ada']) } }))).not.toContain(
      'di',
    );
  });
});

describe('a change without experts', () => {
  const wide = Array.from({ length: 26 }, (_, at) => `d${at}/file.ts`);
  const locks = ['package-lock.json', 'vendor/lib/a.go'];

  it.each([
    ['touches more directories than the configuration says', wide, { directories: 26, generated: false }],
    ['is of lock and vendored files alone', locks, { directories: 2, generated: true }],
  ])('that %s goes to those whom the configuration names, however likely', (_, paths, sweep) => {
    const config = configWith({ reviewers: { fallback: ['Di', 'bo'], minPrecision: 0.99 } });

    const people = reviewers({ paths, around: { config } });

    expect(logins(people)).toEqual(['bo', 'Di']);
    expect(people.map(({ reasons }) => reasons[0])).toEqual(
      Array(2).fill({ kind: 'sweeping', ...sweep, as: 'fallback' }),
    );
  });

  it('goes to one member of a team that the configuration names', () => {
    const config = configWith({ reviewers: { fallback: ['acme/core'] } });
    const teams = new Map([['acme/core', ['cy', 'bo']]]);

    expect(logins(reviewers({ paths: wide, around: { config, teams } }))).toEqual(['bo']);
  });

  it('goes to who owns everything where no fallback is named, or none may be suggested', () => {
    const config = configWith({ people: { exclude: ['ada'] }, reviewers: { fallback: ['ada'] } });

    const people = reviewers({ paths: wide, around: { config, codeowners: '* @cy\nserver/ @bo' } });

    expect(logins(people)).toEqual(['cy']);
    expect(people[0]?.reasons[0]).toMatchObject({ kind: 'sweeping', as: 'owns-everything' });
  });

  it('goes to those who review most here lately where nobody owns everything', () => {
    const people = reviewers({ paths: wide, around: { config: configWith({ reviewers: { minPrecision: 0.99 } }) } });

    expect(logins(people)).toEqual(['ada', 'bo']);
    expect(people[0]?.reasons[0]).toMatchObject({ kind: 'sweeping', as: 'reviews-most' });
  });

  it('is none up to so many directories as the configuration says', () => {
    const config = configWith({ reviewers: { sweepingDirectories: 26 } });

    const people = reviewers({ paths: wide, around: { config } });

    expect(people.flatMap(({ reasons }) => reasons).filter(({ kind }) => kind === 'sweeping')).toEqual([]);
  });
});

describe('a mixed change', () => {
  it('is asked about without its lock and generated files', () => {
    const facts = [11, 12, 13, 14, 15, 16].map((day) => aChange(day, 'newcomer', ['cy'], ['package-lock.json']));
    const only = reviewers({ paths: ['server/main.ts'], facts });

    expect(reviewers({ paths: ['server/main.ts', 'package-lock.json', 'web/app.min.js'], facts })).toEqual(only);
  });
});
