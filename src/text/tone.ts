import { type Language, languageOf } from './language-of.ts';
import { type SentimentFeatures, sentimentFeatures } from './sentiment-features.ts';
import { toneTokens } from './tone-tokens.ts';
import { BIAS, WEIGHTS } from './tone-weights.ts';
import { toxicityOf } from './toxicity.ts';
import { writtenWords } from './written-words.ts';

/** How a comment sounds; for sums over many comments, never to judge a person by. */
export interface Tone {
  /** -1 unhappy .. 1 glad */
  sentiment: number;
  /** Tells of displeasure, anger or disappointment; telling of a failure is not enough. */
  negative: boolean;
  /** 0..1 */
  toxicity: number;
  /** Is against somebody: insult, threat, or demand without respect. */
  toxic: boolean;
  language: Language;
}

export function toneOf(markdown: string): Tone {
  const words = writtenWords(markdown);
  const tokens = toneTokens(words);
  const mood = sentimentFeatures(tokens);
  const toxicity = toxicityOf(tokens, mood);
  const unhappy = chanceOfDispleasure(mood, toxicity);
  const glad = 1 - Math.exp(-(mood.glad + mood.cheers) / 2);
  return {
    sentiment: glad * (1 - unhappy) - unhappy * Number(unhappy >= FELT),
    negative: unhappy >= 0.5,
    toxicity,
    toxic: toxicity >= 0.5,
    language: languageOf(words),
  };
}

/** The model's answer to a text without any sign is not a feeling. */
const FELT = 0.25;

/** Each feature at most 1, so that no long text outweighs what it says. */
export function moodVector(mood: SentimentFeatures, toxicity: number): number[] {
  return [
    Math.min(1, mood.worst / 3),
    Math.min(1, Math.log1p(mood.unhappy) / 2),
    Math.min(1, Math.log1p(mood.glad) / 2),
    Math.min(1, mood.frowns),
    Math.min(1, mood.cheers),
    mood.glad + mood.cheers > 0 ? 0 : Math.min(1, mood.emphasis / 2),
    toxicity,
  ];
}

function chanceOfDispleasure(mood: SentimentFeatures, toxicity: number): number {
  const sum = moodVector(mood, toxicity).reduce((total, value, index) => total + value * (WEIGHTS[index] ?? 0), BIAS);
  return 1 / (1 + Math.exp(-sum));
}
