import { weekOf } from '../community/week-of.ts';
import type { ThreadFact, WeekTones } from '../domain/fact.ts';
import type { ThreadRef } from '../domain/thread-ref.ts';
import type { EmbedPorts } from './embed.ts';
import { textModelsOf } from './text-models.ts';
import type { ThreadReading } from './thread-reading.ts';
import { tonesByModel } from './tones-by-model.ts';

export interface ModelTonesPorts extends Pick<EmbedPorts, 'textModels'> {
  github: Pick<EmbedPorts['github'], 'readConfig'>;
}

/** The latest comments of a thread; answers to those that were asked about before are known. */
const MOST_ASKED = 20;

/** The thread with how a model hears its latest comments, where the configuration of its repository has one. */
export async function withModelTones(
  ref: ThreadRef,
  { fact, said = [] }: Pick<ThreadReading, 'fact' | 'said'>,
  { github, textModels }: ModelTonesPorts,
): Promise<ThreadFact> {
  if (textModels === undefined || fact.tones === undefined || said.length === 0) return fact;
  const models = textModelsOf(ref, (await github.readConfig(ref)).config, textModels.provider);
  if (models === null) return fact;
  const latest = said.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(-MOST_ASKED);
  const tones: WeekTones[] = [];
  for (const week of fact.tones) {
    const texts = latest.filter(({ at }) => weekOf(Date.parse(at)) === week.week).map(({ text }) => text);
    const byModel = await tonesByModel(texts, models);
    tones.push(byModel.comments === 0 ? week : { ...week, byModel });
  }
  return { ...fact, tones };
}
