import { describe, expect, it } from '@jest/globals';
import { type AdviceSource, adviceOf } from '../../src/community/digest-advice.ts';
import { sampleDigest } from '../comment/sample-digest.ts';

const { moved, waits, risks, acceptance } = sampleDigest();
const source: AdviceSource = { moved, waits, risks, acceptance, open: 86 };

describe('advice', () => {
  it('puts first what would help the greatest part of what it is about', () => {
    // 1 - 9/30 = 0.7; labels (90 - 1)/90/4 = 0.25; assignees (40 - 3)/40/4 = 0.23; 9/48 = 0.19; 7/86 = 0.08;
    // 22/310 = 0.07; 3/86 = 0.035; 3/86 again for what was added, while asking one author, 1/86/2, is too little to say.
    expect(adviceOf(source).map(({ kind }) => kind)).toEqual([
      'answer-sooner',
      'silent-label',
      'silent-kind',
      'share-load',
      'answer-waiting',
      'second-owner',
      'backlog-grows',
      'review-waiting',
    ]);
  });

  it('holds the numbers that it comes from', () => {
    expect(adviceOf(source)).toContainEqual({ kind: 'share-load', overloaded: 2, capacity: 5, most: 11, beyond: 9 });
    expect(adviceOf(source)).toContainEqual({
      kind: 'second-owner',
      directory: 'src/queue',
      files: 30,
      filesAtRisk: 22,
    });
  });

  it('takes one period that grew for chance', () => {
    const steady = moved && { ...moved, before: { ...moved.before, opened: 10 } };

    expect(adviceOf({ ...source, moved: steady }).map(({ kind }) => kind)).not.toContain('backlog-grows');
  });

  it('says nothing where nothing is known', () => {
    expect(adviceOf({ moved: null, waits: null, risks: null, acceptance: [], open: 0 })).toEqual([]);
  });
});
