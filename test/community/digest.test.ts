import { describe, expect, it } from '@jest/globals';
import { digestOf, isQuiet } from '../../src/community/digest.ts';
import { digestWithout } from '../../src/community/digest-without.ts';
import { sampleDigest } from '../comment/sample-digest.ts';

const period = { cadence: 'weekly' as const, from: '2026-11-16', to: '2026-11-23' };
const config = { capacity: 5, rankings: false };

describe('a digest', () => {
  it('says nothing of what was not measured', () => {
    const digest = digestOf({ period, parts: {}, acceptance: [], before: null, config });

    expect(digest).toEqual({
      ...{ period, moved: null, newcomers: [], waits: null, risks: null, forecast: null, milestones: [] },
      ...{ advice: [], acceptance: [], ranking: null },
    });
    expect(isQuiet(digest)).toBe(true);
  });

  it('keeps what happened without the names of some', () => {
    let people = 0;
    const digest = sampleDigest(() => `person-${people++}`);
    const left = digestWithout(digest, (login) => login.startsWith('person-'));

    expect(left.newcomers).toEqual([]);
    expect(left.ranking).toEqual([]);
    expect(left.waits?.threads.flatMap(({ reviewers }) => reviewers)).toEqual([]);
    expect(left.waits?.byTurn).toEqual(digest.waits?.byTurn);
    expect(left.moved).toEqual(digest.moved);
  });
});
