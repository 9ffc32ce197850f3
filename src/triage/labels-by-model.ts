import { fitsAny } from '../config/label-pattern.ts';
import type { RankedLabel } from '../domain/suggestion.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { isProcessLabel } from '../match/process-labels.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import type { EmbedPorts } from './embed.ts';
import { type Surroundings, taskOf } from './suggest.ts';
import { textModelsOf } from './text-models.ts';
import { textToEmbed } from './text-to-embed.ts';
import type { ThreadReading } from './thread-reading.ts';

/**
 * Labels whose names a text model takes to fit, likeliest first. It is asked only while no thread teaches any label, and
 * of labels that what is embedded knows nothing of. Nothing where no model may be asked or none answers now.
 */
export async function labelsByModel(
  ref: RepositoryRef,
  reading: ThreadReading,
  {
    config,
    labels,
    now,
    model,
    textModels,
  }: Pick<Surroundings, 'config' | 'labels' | 'now'> & { model: RepositoryModel; textModels: EmbedPorts['textModels'] },
): Promise<RankedLabel[]> {
  const models = textModelsOf(ref, config, textModels?.provider);
  const { enabled, allow, deny } = config.labels;
  const task = taskOf(reading);
  const at = now.toISOString();
  if (models === null || !enabled || task.labels.length > 0 || model.labels(task, { at, k: 1 }).length > 0) return [];
  const told = new Set(model.labels(task, { at, k: labels.length, labels }).map(({ name }) => name));
  const open = labels.filter(
    (name) => !told.has(name) && !isProcessLabel(name) && fitsAny(name, allow) && !fitsAny(name, deny),
  );
  const answer = open.length === 0 ? null : await models.classify(textToEmbed(reading.fact), open);
  return (answer ?? []).map(({ label, score }) => ({
    name: label,
    probability: lessSure(score),
    reasons: [{ kind: 'fits-name' }],
  }));
}

/** Such models promise too much, and nothing of this repository tells how much: half the log odds. */
function lessSure(score: number): number {
  const [right, wrong] = [Math.sqrt(score), Math.sqrt(1 - score)];
  return right / (right + wrong);
}
