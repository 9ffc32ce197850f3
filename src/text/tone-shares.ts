import type { Tone } from './tone.ts';

/** The tone of many comments together; the only form in which tone is told. */
export interface ToneShares {
  comments: number;
  negative: number;
  toxic: number;
  /** -1..1; 0 where there is no comment. */
  meanSentiment: number;
}

export function toneShares(tones: readonly Pick<Tone, 'negative' | 'toxic' | 'sentiment'>[]): ToneShares {
  return {
    comments: tones.length,
    negative: tones.filter(({ negative }) => negative).length,
    toxic: tones.filter(({ toxic }) => toxic).length,
    meanSentiment: tones.reduce((sum, { sentiment }) => sum + sentiment, 0) / Math.max(1, tones.length),
  };
}
