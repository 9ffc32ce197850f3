import { seededRandom } from './seeded-random.ts';
import type { TonedHistory } from './toned-texts.ts';

const SEED = 20_261_124;
const TEXTS = 5_000;
/** Usual share of displeased comments, and how far the mood of a stretch of 25 comments drifts from it. */
const COMMUNITIES = [
  { name: 'made up, calm', share: 0.01, drift: 0.5 },
  { name: 'made up, mixed', share: 0.04, drift: 0.5 },
  { name: 'made up, moody', share: 0.1, drift: 0.8 },
];
const STRETCH = 25;

/** Communities by numbers alone: their moods come and go, so that weeks differ by more than chance. */
export function madeUpTones(): TonedHistory[] {
  return COMMUNITIES.map(({ name, share, drift }, number) => {
    const random = seededRandom(SEED + number);
    let mood = share;
    const texts = Array.from({ length: TEXTS }, (_, index) => {
      if (index % STRETCH === 0) mood = share * (1 + drift * (2 * random() - 1));
      const negative = random() < mood;
      return { negative, toxic: negative && random() < 0.02, labels: [] };
    });
    return { name, community: name, language: 'en', texts };
  });
}
