import { describe, expect, it } from '@jest/globals';
import { type AreaAct, interests } from '../../src/community/interest.ts';

const act: AreaAct = { person: 1, area: 'src', kind: 'changed', share: 1, ageDays: 0 };

describe('interest', () => {
  it('is the decayed, weighted acts over the most that anybody has anywhere', () => {
    const found = interests([
      // 1 in src: a change of now 1 + a review a half-life ago 1/2 = 1.5.
      act,
      { ...act, kind: 'reviewed', ageDays: 180 },
      // 1 in docs: half of a change = 0.5. 2 in docs: opened now 0.5 + joined a half-life ago 0.25 / 2 = 0.625.
      { ...act, area: 'docs', share: 0.5 },
      { ...act, area: 'docs', person: 2, kind: 'opened' },
      { ...act, area: 'docs', person: 2, kind: 'joined', ageDays: 180 },
    ]);

    expect(found.get('src')).toEqual(new Map([[1, 1]]));
    expect(found.get('docs')?.get(1)).toBeCloseTo(0.5 / 1.5, 12);
    expect(found.get('docs')?.get(2)).toBeCloseTo(0.625 / 1.5, 12);
  });

  it('knows nothing of a repository where nothing happened', () => {
    expect(interests([])).toEqual(new Map());
  });

  it('is 0 for acts so old that they weigh nothing', () => {
    expect(
      interests([{ ...act, ageDays: 1e6 }])
        .get('src')
        ?.get(1),
    ).toBe(0);
  });
});
