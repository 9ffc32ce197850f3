import type { HuggingFaceSettings } from '../config/process-settings.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { type AnswerCache, knownAnswers } from './answer-cache.ts';
import { classifiers } from './classify-text.ts';
import { type Embedding, embeddingModel } from './embed-texts.ts';
import { type GuardPorts, guards } from './guarded-requests.ts';
import type { ScoredLabel } from './labels-in-answer.ts';
import { modelClient } from './model-client.ts';

/** Of one repository, whose texts leave this process when it is asked; nothing here throws. */
export interface HuggingFaceModels {
  hashOf(text: string): string;
  embed(texts: string[]): Promise<Embedding[]>;
  classify(text: string, labels: string[]): Promise<ScoredLabel[] | null>;
  rate(text: string): Promise<ScoredLabel[] | null>;
}

/** Models of the hosted service, of a dedicated endpoint or of a server of one's own. */
export function huggingFace(
  settings: HuggingFaceSettings,
  ports: GuardPorts & { cache: AnswerCache },
): { embeddingModel: string; of(ref: RepositoryRef): HuggingFaceModels } {
  const client = modelClient(settings, ports.clock);
  const guardOf = guards(settings, ports);
  const { model } = settings.embedding;
  const { hashOf, embed } = embeddingModel(
    { model, batchSize: settings.batchSize },
    client,
    guardOf('feature-extraction'),
  );
  const { classify, rate } = classifiers(
    { zeroShot: settings.zeroShot.model, classification: settings.classification.model },
    client,
    guardOf,
  );
  return {
    embeddingModel: model,
    of(ref) {
      const known = knownAnswers(ref, ports.cache, ports.log);
      return {
        hashOf,
        embed: (texts) => embed(texts, known),
        classify: (text, labels) => classify(text, labels, known),
        rate: (text) => rate(text, known),
      };
    },
  };
}
