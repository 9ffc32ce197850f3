import type { RepositoryConfig } from '../config/repository-config.ts';
import type { ThreadFact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { type NearContent, nearestVectors } from '../match/nearest-vectors.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import type { EmbedPorts } from './embed.ts';
import { vectorsOf } from './remembered-vectors.ts';
import { textModelsOf } from './text-models.ts';
import { textToEmbed } from './text-to-embed.ts';

const NEAREST = 40;

/** What is close to a thread in meaning, nearest first; nothing where no model may be asked or none answers now. */
export async function nearContent(
  ref: RepositoryRef,
  thread: ThreadFact,
  {
    config,
    model,
    textModels,
  }: { config: RepositoryConfig; model: RepositoryModel; textModels: EmbedPorts['textModels'] },
): Promise<NearContent[]> {
  if (textModels === undefined || !config.related.enabled) return [];
  const { provider, vectors } = textModels;
  const models = textModelsOf(ref, config, provider);
  const [embedding] = models === null ? [] : await models.embed([textToEmbed(thread)]);
  if (embedding === undefined || embedding.vector === null) return [];
  const nearest = nearestVectors(embedding.vector, NEAREST);
  for await (const some of vectorsOf(ref, model, { vectors, maker: provider.embeddingModel })) nearest.look(some);
  return nearest.list();
}
