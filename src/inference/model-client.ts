import { InferenceClient, setLogger } from '@huggingface/inference';
import type { HuggingFaceSettings } from '../config/process-settings.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { askedLabelsInAnswer, labelsInAnswer, nestedLabels, type ScoredLabel } from './labels-in-answer.ts';
import { modelAddress } from './model-address.ts';
import { asModelError } from './model-error.ts';
import { vectorsInAnswer } from './vectors-in-answer.ts';

/** One request each, and one more where the server is busy. @throws ModelError, and nothing else. */
export interface ModelClient {
  vectors(texts: string[], limit: Limit): Promise<number[][]>;
  zeroShot(text: string, labels: string[], limit: Limit): Promise<ScoredLabel[]>;
  classification(text: string, limit: Limit): Promise<ScoredLabel[]>;
}

export interface Limit {
  signal: AbortSignal;
  /** When `signal` will fire, in milliseconds. */
  deadline: number;
}

/** Some servers give the best label alone unless they are asked for more. */
const LABELS_ASKED = 50;

export function modelClient(
  { token, ...places }: Pick<HuggingFaceSettings, 'token' | 'embedding' | 'zeroShot' | 'classification'>,
  clock: () => Date,
): ModelClient {
  silenceConsole();
  const client = new InferenceClient(token ?? undefined);
  const embedding = modelAddress(places.embedding, [
    'embed',
    `models/${places.embedding.model}/pipeline/feature-extraction`,
  ]);
  const zeroShot = modelAddress(places.zeroShot, [`models/${places.zeroShot.model}`]);
  const classification = modelAddress(places.classification, ['predict', `models/${places.classification.model}`]);

  /** The client's own repetition has no end and no pause. */
  const options = (limit: Limit, reshape = (answer: unknown) => answer) => ({
    fetch: boundedFetch({ ...limit, clock, reshape }),
    signal: limit.signal,
    retry_on_error: false,
  });

  return {
    vectors: (texts, limit) =>
      withModelErrors(limit, async () => {
        const answer = await embedding((address) =>
          client.featureExtraction({ ...address, inputs: texts, truncate: true }, options(limit)),
        );
        return vectorsInAnswer(answer, texts.length);
      }),
    zeroShot: (inputs, labels, limit) =>
      withModelErrors(limit, async () => {
        const parameters = { candidate_labels: labels, multi_label: true };
        const answer = await zeroShot((address) =>
          client.zeroShotClassification({ ...address, inputs, parameters }, options(limit)),
        );
        return askedLabelsInAnswer(answer, labels);
      }),
    classification: (inputs, limit) =>
      withModelErrors(limit, async () => {
        const parameters = { top_k: LABELS_ASKED };
        const answer = await classification((address) =>
          client.textClassification({ ...address, inputs, parameters, truncate: true }, options(limit, nestedLabels)),
        );
        return labelsInAnswer(answer);
      }),
  };
}

async function withModelErrors<Answer>({ signal }: Limit, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    throw asModelError(error, signal);
  }
}

/** The client writes lines of its own, which a log of JSON lines cannot take. */
function silenceConsole(): void {
  const quiet = () => undefined;
  setLogger({ debug: quiet, info: quiet, warn: quiet, error: quiet, log: quiet });
}
