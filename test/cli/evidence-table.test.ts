import { describe, expect, it } from '@jest/globals';
import { evidenceTables } from '../../src/cli/evidence-table.ts';
import { evidenceSentence } from '../../src/comment/evidence-words.ts';
import type { RankedPerson } from '../../src/domain/suggestion.ts';
import { shippedAssignees, shippedReviewers } from '../../src/match/shipped.ts';

const ada: RankedPerson = {
  login: 'ada',
  score: 0.6,
  probability: 0.72,
  reasons: [],
  evidence: [
    {
      feature: 'reviewedHere',
      value: -1,
      meanValue: -4,
      weight: 0.4,
      shippedWeight: 0.3,
      contribution: 1.2,
      times: 12,
    },
    {
      feature: 'reviewsOverall',
      value: -1,
      meanValue: -2,
      weight: -0.5,
      shippedWeight: -0.5,
      contribution: -0.5,
      times: 1,
    },
  ],
};

describe('the evidence for people', () => {
  it('is a table with one sentence for each kind', () => {
    const [name, , head, here, overall] = evidenceTables([ada]).split('\n');

    expect(name).toBe('ada, 72%');
    expect(head).toMatch(/^adds +value +others +weight +shipped$/);
    expect(here).toMatch(/^\+1\.20 +-1\.00 +-4\.00 +0\.40 +0\.30 +Reviews changes to these files .* \(12 times\)\.$/);
    expect(overall).toMatch(/^-0\.50 .*Reviews in the whole repository \(once\): taken off/);
  });

  it('is nothing where nobody fits', () => {
    expect(evidenceTables([])).toBe('');
  });

  it.each([...Object.keys(shippedReviewers.weights), ...Object.keys(shippedAssignees.weights)])(
    'has plain words for %s',
    (feature) => {
      const sentence = evidenceSentence({ feature, times: null });

      expect(sentence).toMatch(/^[A-Z].+\.$/);
      expect(sentence).not.toContain(feature);
    },
  );
});
