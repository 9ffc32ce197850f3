import { describe, expect, it } from '@jest/globals';
import { toneOfLabels } from '../../src/text/tone-of-labels.ts';

describe('toneOfLabels', () => {
  it('reads a sentiment', () => {
    const tone = toneOfLabels([
      { label: 'NEGATIVE', score: 0.75 },
      { label: 'POSITIVE', score: 0.25 },
    ]);

    expect(tone).toEqual({ sentiment: -0.5, negative: true });
  });

  it('adds the stars of either side', () => {
    const tone = toneOfLabels([
      { label: '1 star', score: 0.25 },
      { label: '2 stars', score: 0.25 },
      { label: '3 stars', score: 0.25 },
      { label: '5 stars', score: 0.25 },
    ]);

    expect(tone).toEqual({ sentiment: -0.25, negative: true });
  });

  it('hears nothing bad where only the middle is sure', () => {
    expect(toneOfLabels([{ label: 'neutral', score: 0.97 }])).toEqual({ sentiment: 0, negative: false });
  });

  it('takes the strongest of what is against somebody', () => {
    const tone = toneOfLabels([
      { label: 'toxic', score: 0.9 },
      { label: 'severe_toxic', score: 0.1 },
      { label: 'insult', score: 0.6 },
    ]);

    expect(tone).toEqual({ toxicity: 0.9, toxic: true });
  });

  it('says nothing of labels that it does not know', () => {
    expect(toneOfLabels([{ label: 'LABEL_1', score: 0.99 }])).toEqual({});
  });
});
