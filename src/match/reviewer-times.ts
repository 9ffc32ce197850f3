import type { ChangeEvidence } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import type { ReviewQuestion } from './review-question.ts';
import type { ReviewerFeature } from './reviewer-features.ts';

const LATELY_MS = 30 * DAY_MS;

/** How many acts of a person are behind each kind of evidence that counts acts. */
export function reviewerTimes(
  person: number,
  { areas, author, files, time, owned }: ReviewQuestion & { areas: number[] },
  { reviewedPaths, changedPaths, reviewedAuthors, reviews, changes }: ChangeEvidence,
): Partial<Record<ReviewerFeature, number>> {
  const reviewed = (node: number) => reviewedPaths.times(node, time, person);
  const known = files.flatMap((file) => file ?? []);
  const [first = null] = files;
  const nearest = areas.find((area) => reviewed(area) > 0);
  return {
    reviewedHere: nearest === undefined ? 0 : reviewed(nearest),
    reviewsOverall: reviewed(0),
    reviewedAuthor: author === null ? 0 : reviewedAuthors.times(author, time, person),
    actedLately:
      reviews.countBetween(person, time - LATELY_MS, time) + changes.countBetween(person, time - LATELY_MS, time),
    changedFirstFile: first === null ? 0 : changedPaths.times(first, time, person),
    knowsOneFile: Math.max(0, ...known.map((file) => reviewed(file) + changedPaths.times(file, time, person))),
    owns: Math.round((owned.get(person)?.share ?? 0) * files.length),
  };
}
