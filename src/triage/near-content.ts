import type { RepositoryConfig } from '../config/repository-config.ts';
import type { ThreadFact } from '../domain/fact.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { type NearContent, nearestVectors } from '../match/nearest-vectors.ts';
import type { EmbedPorts } from './embed.ts';
import { textModelsOf } from './text-models.ts';
import { textToEmbed } from './text-to-embed.ts';

const NEAREST = 40;
const PAGE = 2_000;

/** What is close to a thread in meaning, nearest first; nothing where no model may be asked or none answers now. */
export async function nearContent(
  ref: RepositoryRef,
  thread: ThreadFact,
  { config, textModels }: { config: RepositoryConfig; textModels: EmbedPorts['textModels'] },
): Promise<NearContent[]> {
  if (textModels === undefined || !config.related.enabled) return [];
  const { provider, vectors } = textModels;
  const models = textModelsOf(ref, config, provider);
  const [embedding] = models === null ? [] : await models.embed([textToEmbed(thread)]);
  if (embedding === undefined || embedding.vector === null) return [];
  const nearest = nearestVectors(embedding.vector, NEAREST);
  for (let after = 0; ; ) {
    const page = await vectors.readVectors(ref, provider.embeddingModel, { after, limit: PAGE });
    nearest.look(page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return nearest.list();
    after = last.seq;
  }
}
