import { describe, expect, it } from '@jest/globals';
import { eligiblePeople, whyNever } from '../../src/match/eligible.ts';

describe('eligible people', () => {
  it('are all but bots and the author where nothing else is ruled', () => {
    const isEligible = eligiblePeople({ author: 'Ann' });

    expect(['ann', 'bob', 'Renovate[BOT]'].filter(isEligible)).toEqual(['bob']);
  });

  it.each(['bots', 'excluded', 'away', 'deny', 'participants'] as const)('are none of %s, in any case', (rule) => {
    const isEligible = eligiblePeople({ author: null, [rule]: ['BOB'] });

    expect(['ann', 'bob', 'Bob'].filter(isEligible)).toEqual(['ann']);
  });

  it.each(['allow', 'assignable'] as const)('are only those that %s names, in any case', (rule) => {
    const isEligible = eligiblePeople({ author: null, [rule]: new Set(['BOB']) });

    expect(['ann', 'bob', 'Bob'].filter(isEligible)).toEqual(['bob', 'Bob']);
  });

  it('may be anybody where allow is empty, nobody where no one is assignable', () => {
    expect(eligiblePeople({ author: null, allow: [] })('bob')).toBe(true);
    expect(eligiblePeople({ author: null, assignable: [] })('bob')).toBe(false);
  });

  it('must pass every rule', () => {
    const isEligible = eligiblePeople({
      author: 'ann',
      allow: ['ann', 'bob', 'cas'],
      away: ['bob'],
      assignable: ['ann', 'bob', 'cas'],
    });

    expect(['ann', 'bob', 'cas', 'dee'].filter(isEligible)).toEqual(['cas']);
  });
});

describe('the rule by which somebody is never suggested', () => {
  const rules = {
    author: 'ann',
    optedOut: ['bob'],
    declined: ['cas'],
    allow: ['ann', 'bob', 'cas', 'dee', 'eve', 'fay', 'gus'],
    assignable: ['ann', 'bob', 'cas', 'dee', 'eve', 'gus'],
    isFull: (login: string) => login === 'dee',
    isInactive: (login: string) => login === 'eve',
  };

  it.each([
    ['Ann', 'author'],
    ['bob', 'opted-out'],
    ['cas', 'declined'],
    ['dee', 'over-capacity'],
    ['eve', 'inactive'],
    ['fay', 'without-access'],
    ['hal', 'not-allowed'],
    ['x[bot]', 'bot'],
    ['gus', null],
  ])('is told of %s: %s', (login, never) => {
    expect(whyNever(rules)(login)).toBe(never);
  });
});
