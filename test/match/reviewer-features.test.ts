import { describe, expect, it } from '@jest/globals';
import type { ChangeFact } from '../../src/domain/fact.ts';
import { emptyTask, type Task } from '../../src/domain/task.ts';
import { createModelParts, learnFact } from '../../src/match/model-parts.ts';
import { reviewQuestion } from '../../src/match/review-question.ts';
import { type ReviewerFeature, reviewerFeatures } from '../../src/match/reviewer-features.ts';
import { reviewerWeights, reviewerWeightVariances } from '../../src/match/reviewer-weights.ts';

const NOON = '2024-03-10T12:00:00Z';

/** What the features say of people for a change, after these changes. */
function featuresAfter(changes: Partial<ChangeFact>[], asked: Partial<Task>) {
  const parts = createModelParts();
  for (const [at, change] of changes.entries()) learnFact(parts, aChange(at, change));
  const question = reviewQuestion(
    parts,
    { ...emptyTask, type: 'change', ...asked },
    {
      time: Date.parse(NOON),
      codeowners: () => null,
    },
  );
  const features = reviewerFeatures(parts.evidence, parts.tree, question);
  return (feature: ReviewerFeature, login: string) =>
    features[feature][question.candidates.indexOf(parts.people.find(login) ?? -1)] ?? Number.NaN;
}

function aChange(at: number, change: Partial<ChangeFact>): ChangeFact {
  return {
    kind: 'change',
    id: `c${at}`,
    time: '2024-03-01T12:00:00Z',
    author: null,
    reviewers: [],
    files: [],
    title: '',
    body: '',
    ...change,
  };
}

function files(...paths: string[]) {
  return paths.map((path) => ({ path, added: 1, deleted: 0 }));
}

describe('what speaks for a reviewer', () => {
  it('is a review at these paths in the last weeks more than one at others', () => {
    const tell = featuresAfter(
      [
        { reviewers: ['ann'], files: files('src/web/page.ts') },
        { reviewers: ['bob'], files: files('docs/guide.md') },
      ],
      { files: files('src/web/style.ts') },
    );
    expect(tell('reviewedHereLately', 'ann')).toBeGreaterThan(tell('reviewedHereLately', 'bob'));
  });

  it('fades within weeks where it is about the last weeks', () => {
    const changes = [
      { time: '2023-09-01T12:00:00Z', reviewers: ['ann'], files: files('src/page.ts') },
      { time: '2023-09-01T12:00:00Z', reviewers: ['bob'], files: files('docs/guide.md') },
    ];
    const tell = featuresAfter(changes, { files: files('src/page.ts') });
    const slowly = tell('reviewedHere', 'ann') - tell('reviewedHere', 'bob');
    const fast = tell('reviewedHereLately', 'ann') - tell('reviewedHereLately', 'bob');
    expect(fast).toBeLessThan(slowly / 2);
  });

  it('is the last review of all more than the one before', () => {
    const tell = featuresAfter([{ reviewers: ['ann'] }, { reviewers: ['bob'], time: '2024-03-02T12:00:00Z' }], {});
    // Log of 1 and of 0.85, a tenth more each.
    expect(tell('reviewedLast', 'bob')).toBeCloseTo(Math.log(1.1));
    expect(tell('reviewedLast', 'ann')).toBeCloseTo(Math.log(0.95));
  });

  it('is the last change to the same file more than one next to it, and nothing elsewhere', () => {
    const tell = featuresAfter(
      [
        { author: 'ann', files: files('src/page.ts') },
        { author: 'bob', files: files('src/other.ts') },
        { author: 'cas', files: files('docs/guide.md') },
      ],
      { files: files('src/page.ts') },
    );
    expect(tell('changedHereLast', 'ann')).toBeGreaterThan(tell('changedHereLast', 'bob'));
    expect(tell('changedHereLast', 'bob')).toBeGreaterThan(0);
    expect(tell('changedHereLast', 'cas')).toBe(0);
  });

  it('is being at work at this hour of the day', () => {
    const tell = featuresAfter(
      [
        { reviewers: ['ann'], time: '2024-03-09T11:00:00Z' },
        { reviewers: ['bob'], time: '2024-03-09T23:30:00Z' },
      ],
      {},
    );
    expect(tell('awakeNow', 'ann')).toBeGreaterThan(0);
    expect(tell('awakeNow', 'bob')).toBeLessThan(0);
  });

  it('is having reviewed where the title has the same rare words', () => {
    const others = Array.from({ length: 20 }, () => ({ reviewers: ['bob'], title: 'Tidy up' }));
    const tell = featuresAfter([...others, { reviewers: ['ann'], title: 'streams: fix the restore' }], {
      title: 'Streams: restore faster',
    });
    expect(tell('reviewedTitles', 'ann')).toBeGreaterThan(0);
    expect(tell('reviewedTitles', 'bob')).toBe(0);
  });

  it('is having written a larger part of the changes to the files', () => {
    const page = files('src/page.ts');
    const tell = featuresAfter(
      [
        { author: 'ann', files: page },
        { author: 'ann', files: page },
        { author: 'bob', files: page },
      ],
      { files: page },
    );
    expect(tell('changedFiles', 'ann')).toBeGreaterThan(tell('changedFiles', 'bob'));
  });

  it('has a weight and a variance each', () => {
    expect(Object.keys(reviewerWeightVariances)).toEqual(Object.keys(reviewerWeights));
    expect(Object.values(reviewerWeightVariances).every((variance) => variance > 0)).toBe(true);
  });
});
