import { describe, expect, it } from '@jest/globals';
import { eligiblePeople } from '../../src/match/eligible.ts';

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
