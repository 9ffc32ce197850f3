import { describe, expect, it } from '@jest/globals';
import { peopleToMeet } from '../../src/community/people-to-meet.ts';
import { personView } from '../../src/community/person-view.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { finish } from '../../src/match/steps.ts';
import { aChange, aThread, workOf } from './interaction-facts.ts';

function toMeet(login: string, facts: Fact[], silentDays = 90) {
  const view = finish(personView(workOf(facts), login));
  return finish(peopleToMeet(view, { most: 3, silentDays, leftOut: (one) => one === 'gone' }));
}

describe('people to meet', () => {
  const facts = [
    aChange('ada', [], 0, ['a/x.ts']),
    aChange('bo', [], 0, ['a/x.ts']),
    aChange('bo', [], 0, ['b/x.ts']),
    aChange('cy', [], 0, ['b/x.ts']),
  ];

  it('work in the same areas, by the cosine of their interests', () => {
    // Two of three work in each area, so both weigh alike: 1 x 1 over the roots of 1 and of 1 + 1.
    const areas = [{ kind: 'directory', name: 'a' }];

    expect(toMeet('ada', facts)).toEqual([{ login: 'bo', likeness: expect.closeTo(1 / Math.sqrt(2), 12), areas }]);
    expect(toMeet('bo', facts).map(({ login }) => login)).toEqual(['ada', 'cy']);
  });

  it('count an area the more the fewer work in it', () => {
    const others = ['di', 'ed'].map((login) => aChange(login, [], 0, ['b/x.ts']));
    // Of five people two are in a, ln(1 + 5/2), and four in b, ln(1 + 5/4).
    const [a, b] = [Math.log(1 + 5 / 2), Math.log(1 + 5 / 4)];

    expect(toMeet('ada', [...facts, ...others])[0]?.likeness).toBeCloseTo(a / Math.hypot(a, b), 12);
  });

  it.each<[string, Fact]>([
    ['reviewed by them', aChange('ada', ['bo'], 1, ['c/y.ts'])],
    ['having reviewed them', aChange('bo', ['ada'], 1, ['c/y.ts'])],
    ['answered by them', aThread('ada', { participants: ['bo'] }, 1)],
  ])('are nobody they have dealt with: %s', (_, dealt) => {
    expect(toMeet('ada', [...facts, dealt])).toEqual([]);
  });

  it('are nobody who has been silent for as long as is told, or is left out', () => {
    const old = [aChange('ada', [], 0, ['a/x.ts']), aChange('bo', [], 91, ['a/x.ts'])];

    expect(toMeet('ada', old)).toEqual([]);
    expect(toMeet('ada', old, 120).map(({ login }) => login)).toEqual(['bo']);
    expect(toMeet('ada', [aChange('ada', [], 0, ['a/x.ts']), aChange('gone', [], 0, ['a/x.ts'])])).toEqual([]);
    expect(toMeet('nobody', facts)).toEqual([]);
  });
});
