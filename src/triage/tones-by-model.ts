import type { WeekTones } from '../domain/fact.ts';
import { type Tone, toneOf } from '../text/tone.ts';
import { toneOfLabels } from '../text/tone-of-labels.ts';
import { writtenWords } from '../text/written-words.ts';
import type { TextModels } from './text-model-ports.ts';

/** Asked at a time; the models keep their own limits besides. */
const TOGETHER = 8;

/**
 * How the comments sound that a model answered of: it hears their own words only, never code or quotes, and what it
 * does not speak of, such as toxicity, the embedded ear does.
 */
export async function tonesByModel(
  comments: readonly string[],
  models: Pick<TextModels, 'rate'>,
): Promise<NonNullable<WeekTones['byModel']>> {
  const tones: Tone[] = [];
  for (let start = 0; start < comments.length; start += TOGETHER) {
    const asked = comments.slice(start, start + TOGETHER);
    const heard = await Promise.all(asked.map((comment) => toneByModel(comment, models)));
    tones.push(...heard.filter((tone) => tone !== null));
  }
  return {
    comments: tones.length,
    negative: tones.filter(({ negative }) => negative).length,
    toxic: tones.filter(({ toxic }) => toxic).length,
  };
}

/** null: no answer, or one that is of something else. */
async function toneByModel(comment: string, models: Pick<TextModels, 'rate'>): Promise<Tone | null> {
  const words = writtenWords(comment);
  if (words === '') return null;
  const told = toneOfLabels((await models.rate(words)) ?? []);
  return Object.keys(told).length === 0 ? null : { ...toneOf(comment), ...told };
}
