import { z } from 'zod';
import { address, wholeNumber } from './environment-values.ts';

function modelName() {
  return z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)?$/, 'expected the name of a model such as intfloat/multilingual-e5-small');
}

/** Variables of the text models; without a token and an endpoint nothing of it is started. */
export const huggingFaceEnvironment = {
  HF_TOKEN: z
    .string()
    .regex(/^[!-~]+$/, 'expected a token without spaces')
    .optional()
    .describe('Token for the hosted service of Hugging Face, or for an endpoint that asks for one.'),
  HF_ENDPOINT_URL: address('http', 'https')
    .optional()
    .describe('A dedicated endpoint or a server of your own, used instead of the hosted service.'),
  HF_ZERO_SHOT_URL: address('http', 'https')
    .optional()
    .describe('Endpoint of the zero-shot model; unset: `HF_ENDPOINT_URL`.'),
  HF_CLASSIFICATION_URL: address('http', 'https')
    .optional()
    .describe('Endpoint of the text classification model; unset: `HF_ENDPOINT_URL`.'),
  HF_EMBEDDING_MODEL: modelName()
    .default('intfloat/multilingual-e5-small')
    .describe(
      'Model that makes vectors of texts. Behind an endpoint the name tells vectors of different models apart.',
    ),
  HF_ZERO_SHOT_MODEL: modelName()
    .default('MoritzLaurer/multilingual-MiniLMv2-L6-mnli-xnli')
    .describe('Model that tells how well any label fits a text.'),
  HF_CLASSIFICATION_MODEL: modelName()
    .default('lxyuan/distilbert-base-multilingual-cased-sentiments-student')
    .describe('Model with labels of its own, such as sentiment or a model that your team trained.'),
  HF_LABELS_MODEL: modelName()
    .optional()
    .describe('Model that your team trained to label issues, for `commscore backtest --task labels --model`.'),
  HF_LABELS_URL: address('http', 'https').optional().describe('Endpoint of that model; unset: `HF_ENDPOINT_URL`.'),
  HF_DAILY_CHARACTERS: wholeNumber(0, 1_000_000_000_000)
    .default(2_000_000)
    .describe('Characters that are sent in a day (UTC) at most, by all workers together.'),
  HF_TIMEOUT_MS: wholeNumber(100, 120_000)
    .default(10_000)
    .describe('Milliseconds that a request may take, with its one repetition.'),
  HF_BATCH_SIZE: wholeNumber(1, 256).default(32).describe('Texts in one request at most.'),
  HF_CONCURRENCY: wholeNumber(1, 100).default(4).describe('Requests of one worker at a time.'),
};
