import type { KnownAnswers } from './answer-cache.ts';
import { contentHash } from './content-hash.ts';
import type { Guarded, GuardedRequests, ModelTask } from './guarded-requests.ts';
import { labelsInAnswer, type ScoredLabel } from './labels-in-answer.ts';
import type { ModelClient } from './model-client.ts';
import { sentText } from './sent-text.ts';

/** Each label costs about as much as a text of its own. */
const MOST_LABELS = 50;

export interface Classifiers {
  /** How well each of the labels fits, best first; of more than 50 the first count. null: no answer now. */
  classify(text: string, labels: string[], known: KnownAnswers): Promise<ScoredLabel[] | null>;
  /** What the classification model says with labels of its own. null: no answer now. */
  rate(text: string, known: KnownAnswers): Promise<ScoredLabel[] | null>;
}

export function classifiers(
  models: { zeroShot: string; classification: string },
  client: Pick<ModelClient, 'zeroShot' | 'classification'>,
  guardOf: (task: ModelTask) => GuardedRequests,
): Classifiers {
  const zeroShot = guardOf('zero-shot-classification');
  const classification = guardOf('text-classification');
  return {
    async classify(text, labels, known) {
      const asked = [...new Set(labels)].filter((label) => label.trim() !== '').slice(0, MOST_LABELS);
      const sent = sentText(text);
      if (asked.length === 0) return [];
      if (sent === '') return null;
      const { zeroShot: model } = models;
      const hash = contentHash(['zero-shot', sent, ...asked.toSorted()]);
      const characters = sent.length * asked.length;
      return remembered({ model, hash, known }, () =>
        zeroShot({ model, characters, ask: (limit) => client.zeroShot(sent, asked, limit) }),
      );
    },
    async rate(text, known) {
      const sent = sentText(text);
      if (sent === '') return null;
      const { classification: model } = models;
      return remembered({ model, hash: contentHash(['classification', sent]), known }, () =>
        classification({ model, characters: sent.length, ask: (limit) => client.classification(sent, limit) }),
      );
    },
  };
}

async function remembered(
  { model, hash, known }: { model: string; hash: string; known: KnownAnswers },
  ask: () => Promise<Guarded<ScoredLabel[]>>,
): Promise<ScoredLabel[] | null> {
  const before = labelsOf((await known.read(model, [hash])).get(hash));
  if (before !== null) return before;
  const { answer } = await ask();
  if (answer !== null) await known.save(model, new Map([[hash, Buffer.from(JSON.stringify(answer))]]));
  return answer;
}

function labelsOf(bytes: Uint8Array | undefined): ScoredLabel[] | null {
  if (bytes === undefined) return null;
  try {
    return labelsInAnswer(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}
