import { logistic } from './probability.ts';
import { THREAD_TYPES, typeOfLabel } from './thread-type.ts';

/** After so many labelled threads a label that none of them has is half as likely as its name lets expect. */
const HALVED_AFTER = 20;
/** Logistic regression over the five repositories of the type model, each by a model that never saw it. */
const TYPE_ODDS = { score: 1.95, ahead: 0.75 };

/** The chances of labels that no thread has yet, of those whose names tell a type. */
export function unusedLabels(
  names: readonly string[],
  typeScores: readonly number[],
  threads: number,
): { name: string; chance: number }[] {
  return names.flatMap((name) => {
    const type = typeOfLabel(name);
    if (type === null) return [];
    const at = THREAD_TYPES.indexOf(type);
    const score = typeScores[at] ?? 0;
    const ahead = score - Math.max(...typeScores.filter((_, other) => other !== at));
    const chance = logistic(TYPE_ODDS.score * score + TYPE_ODDS.ahead * ahead);
    return [{ name, chance: (chance * HALVED_AFTER) / (HALVED_AFTER + threads) }];
  });
}
