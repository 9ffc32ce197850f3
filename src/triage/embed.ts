import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import type { GitHub } from './github-port.ts';
import { done, type Job, type JobResult, repositoryOf } from './job.ts';
import type { Log, Queue } from './ports.ts';
import type { TextModelProvider, TextModels, VectorStore } from './text-model-ports.ts';
import { textModelsOf } from './text-models.ts';
import { textToEmbed } from './text-to-embed.ts';

export interface EmbedPorts {
  github: Pick<GitHub, 'readConfig'>;
  log: Log;
  /** undefined: no text model is set up. */
  textModels?: { provider: TextModelProvider; vectors: VectorStore };
}

const PAGE = 200;
/** Then other repositories get their turn. */
const PAGES_AT_ONCE = 10;
const NEXT_TURN_MS = 1_000;
/** Until there may be a new budget, or the server is up again. */
const NO_ANSWER_MS = 10 * 60_000;

/** Has vectors made of texts that have none, the latest learnt first; goes on later where the models give no answer now. */
export async function embed(ref: RepositoryRef, { github, log, textModels }: EmbedPorts): Promise<JobResult> {
  if (textModels === undefined) return done;
  const { provider, vectors } = textModels;
  const models = textModelsOf(ref, (await github.readConfig(ref)).config, provider);
  if (models === null) return done;
  let made = 0;
  const finish = (result: JobResult): JobResult => {
    if (made > 0) log.info({ repository: repositoryKey(ref), texts: made, more: !result.done }, 'texts embedded');
    return result;
  };
  for (let page = 0; page < PAGES_AT_ONCE; page++) {
    const { asked, kept } = await embedPage(ref, { models, vectors, model: provider.embeddingModel });
    made += kept;
    if (kept < asked) return finish({ done: false, againInMs: NO_ANSWER_MS });
    if (asked < PAGE) return finish(done);
  }
  return finish({ done: false, againInMs: NEXT_TURN_MS });
}

async function embedPage(
  ref: RepositoryRef,
  { models, vectors, model }: { models: TextModels; vectors: VectorStore; model: string },
): Promise<{ asked: number; kept: number }> {
  const facts = await vectors.factsWithoutVector(ref, model, PAGE);
  const texts = facts.map(({ fact }) => textToEmbed(fact));
  const embeddings = await models.embed(texts);
  const known = facts.flatMap(({ seq }, i) => {
    const embedding = embeddings[i];
    if (embedding === undefined || (embedding.vector === null && !embedding.refused)) return [];
    return [{ seq, hash: models.hashOf(texts[i] ?? ''), vector: embedding.vector }];
  });
  if (known.length > 0) await vectors.saveVectors(ref, model, known);
  return { asked: facts.length, kept: known.length };
}

/** New texts come in bursts; one job does for all of them. */
const BURST_MS = 5_000;

const BRINGS_TEXTS = new Set<Job['kind']>(['triage', 'observe', 'learn', 'feeds']);

/** After a job that may have brought texts: has them embedded where the repository asks for it. Never throws. */
export async function embedLater(job: Job, ports: EmbedPorts & { queue: Queue }): Promise<void> {
  const repository = repositoryOf(job);
  if (ports.textModels === undefined || repository === null || !BRINGS_TEXTS.has(job.kind)) return;
  const key = repositoryKey(repository);
  try {
    const { config } = await ports.github.readConfig(repository);
    if (config.inference.provider !== 'huggingface') return;
    await ports.queue.add(
      { kind: 'embed', id: `${job.id}/embed`, repository },
      { key: `embed ${key}`, delayMs: BURST_MS },
    );
  } catch (error) {
    ports.log.warn(
      { err: error, repository: key },
      'texts could not be queued for embedding, the next ones bring them along',
    );
  }
}
