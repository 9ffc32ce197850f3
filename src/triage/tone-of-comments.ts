import { type Tone, toneOf } from '../text/tone.ts';
import { toneOfLabels } from '../text/tone-of-labels.ts';
import { type ToneShares, toneShares } from '../text/tone-shares.ts';
import { writtenWords } from '../text/written-words.ts';
import type { TextModels } from './ports.ts';

/** Asked at a time; the models keep their own limits besides. */
const TOGETHER = 8;

/**
 * How the comments sound as a whole. Models, where a repository has them, hear their own words only, never code or
 * quotes; what they do not answer, the embedded ear does.
 */
export async function toneOfComments(comments: readonly string[], models: TextModels | null): Promise<ToneShares> {
  const tones: Tone[] = [];
  for (let start = 0; start < comments.length; start += TOGETHER) {
    const asked = comments.slice(start, start + TOGETHER);
    tones.push(...(await Promise.all(asked.map((comment) => toneOfComment(comment, models)))));
  }
  return toneShares(tones);
}

async function toneOfComment(comment: string, models: TextModels | null): Promise<Tone> {
  const embedded = toneOf(comment);
  const words = models === null ? '' : writtenWords(comment);
  if (models === null || words === '') return embedded;
  const labels = await models.rate(words);
  return { ...embedded, ...toneOfLabels(labels ?? []) };
}
