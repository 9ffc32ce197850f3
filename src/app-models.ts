import type { Logger } from 'pino';
import type { HuggingFaceSettings } from './config/process-settings.ts';
import type { DatabaseStore } from './store/open-store.ts';
import type { EmbedPorts } from './triage/embed.ts';
import type { Metrics } from './web/metrics.ts';

/** Text models where the operator has set them up; otherwise nothing of them is even loaded. */
export async function openTextModels(
  settings: HuggingFaceSettings | null,
  { store, metrics, log }: { store: DatabaseStore; metrics: Metrics; log: Logger },
): Promise<NonNullable<EmbedPorts['textModels']> | null> {
  if (settings === null) return null;
  const { huggingFace } = await import('./inference/hugging-face.ts');
  const provider = huggingFace(settings, {
    cache: store,
    budget: { spend: store.spendOnModels },
    clock: () => new Date(),
    log,
    measure: metrics.countModelRequest,
  });
  const { embedding, token } = settings;
  log.info(
    {
      model: embedding.model,
      at: embedding.url === null ? 'hosted' : new URL(embedding.url).host,
      token: token !== null,
    },
    'text models are set up, for repositories that ask for them',
  );
  return { provider, vectors: store };
}
