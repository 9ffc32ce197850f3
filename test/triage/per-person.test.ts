import { describe, expect, it } from '@jest/globals';
import { perPerson } from '../../src/triage/per-person.ts';
import { aQuestion } from './a-question.ts';

describe('the scores of each person', () => {
  it('compare how often they were right with how often they were shown', () => {
    const people = perPerson(
      [
        aQuestion({ ann: 0.9, bob: 0.8, cas: 0.7 }, ['ann', 'cas']),
        aQuestion({ ann: 0.6, bob: 0.4 }, ['bob']),
        aQuestion({ ann: 0.3 }, ['ann']),
      ],
      { minPrecision: 0.5, max: 2 },
    );

    // Shown are ann and bob, then ann, then nobody.
    expect(people).toEqual([
      {
        name: 'ann',
        right: 2,
        suggested: 2,
        hits: 1,
        precision: 1 / 2,
        recall: 1 / 2,
        shareOfWork: 2 / 4,
        shareOfSuggestions: 2 / 3,
      },
      {
        name: 'bob',
        right: 1,
        suggested: 1,
        hits: 0,
        precision: 0,
        recall: 0,
        shareOfWork: 1 / 4,
        shareOfSuggestions: 1 / 3,
      },
      {
        name: 'cas',
        right: 1,
        suggested: 0,
        hits: 0,
        precision: null,
        recall: 0,
        shareOfWork: 1 / 4,
        shareOfSuggestions: 0,
      },
    ]);
  });

  it('know hostile names', () => {
    const given = [{ name: '__proto__', probability: 0.9 }];
    const [one] = perPerson([aQuestion({}, ['__proto__'], { given })], { minPrecision: 0.5, max: 2 });

    expect(one).toMatchObject({ name: '__proto__', right: 1, hits: 1 });
  });
});
