import type { Tone } from './tone.ts';

interface Label {
  label: string;
  /** 0..1 */
  score: number;
}

const UNHAPPY =
  /^(?:(?:very )?negative|neg|[12] stars?|anger|annoyance|disappointment|disapproval|disgust|sadness|frustration)$/;
const GLAD = /^(?:(?:very )?positive|pos|[45] stars|joy|admiration|gratitude|approval|love|excitement|optimism)$/;
const EVEN = /^(?:neutral|neu|3 stars)$/;
const AGAINST =
  /^(?:toxic|toxicity|severe[ _]toxic(?:ity)?|insult|threat|identity[ _](?:hate|attack)|hate|hateful|offensive|harassment)$/;

/** What the labels that common models of sentiment and of toxicity answer with tell of the tone; nothing where a model speaks of something else. */
export function toneOfLabels(
  labels: readonly Label[],
): Partial<Pick<Tone, 'sentiment' | 'negative' | 'toxicity' | 'toxic'>> {
  const unhappy = scoresOf(labels, UNHAPPY);
  const glad = scoresOf(labels, GLAD);
  const against = scoresOf(labels, AGAINST);
  const ofMood = unhappy.length + glad.length + scoresOf(labels, EVEN).length > 0;
  const toxicity = Math.max(0, ...against);
  return {
    ...(ofMood && { sentiment: Math.max(-1, Math.min(1, sum(glad) - sum(unhappy))), negative: sum(unhappy) >= 0.5 }),
    ...(against.length > 0 && { toxicity, toxic: toxicity >= 0.5 }),
  };
}

function scoresOf(labels: readonly Label[], pattern: RegExp): number[] {
  return labels.filter(({ label }) => pattern.test(label.toLowerCase())).map(({ score }) => score);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
