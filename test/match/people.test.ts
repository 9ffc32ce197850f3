import { describe, expect, it } from '@jest/globals';
import { createPeople } from '../../src/match/people.ts';

describe('people', () => {
  it('are the same in every spelling and shown in the most used one', () => {
    const people = createPeople();
    const lower = people.spelling('ann');
    const upper = people.spelling('Ann');
    people.mention(lower, 1);
    people.mention(upper, 1);
    people.mention(upper, 1);

    expect(people.personOf(lower)).toBe(people.personOf(upper));
    expect(people.find('ANN')).toBe(people.personOf(lower));
    expect(people.loginOf(people.personOf(lower))).toBe('Ann');
    expect(people.count()).toBe(1);
  });

  it('are shown in the spelling that sorts first where several are used alike', () => {
    const people = createPeople();
    for (const login of ['ann', 'ANN', 'Ann']) people.mention(people.spelling(login), 1);

    expect(people.loginOf(people.find('ann') ?? 0)).toBe('ANN');
  });

  it('are gone when the last fact that names them is', () => {
    const people = createPeople();
    const spelling = people.spelling('ann');
    people.mention(spelling, 1);
    people.mention(spelling, -1);

    expect(people.count()).toBe(0);
    expect(people.find('bob')).toBeNull();
  });
});
