import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { ModelLog } from './model-log.ts';

/** Answers by model and hash of what was sent; kept with the repository whose text it was. */
export interface AnswerCache {
  readModelAnswers(ref: RepositoryRef, model: string, hashes: string[]): Promise<Map<string, Uint8Array>>;
  saveModelAnswers(ref: RepositoryRef, model: string, answers: Map<string, Uint8Array>): Promise<void>;
}

/** The same, of one repository; where it cannot be used nothing is known and nothing is kept. */
export interface KnownAnswers {
  read(model: string, hashes: string[]): Promise<Map<string, Uint8Array>>;
  save(model: string, answers: Map<string, Uint8Array>): Promise<void>;
}

export function knownAnswers(ref: RepositoryRef, cache: AnswerCache, log: ModelLog): KnownAnswers {
  return {
    async read(model, hashes) {
      try {
        return await cache.readModelAnswers(ref, model, hashes);
      } catch (error) {
        log.warn({ err: error }, 'answers of text models cannot be looked up');
        return new Map();
      }
    },
    async save(model, answers) {
      try {
        if (answers.size > 0) await cache.saveModelAnswers(ref, model, answers);
      } catch (error) {
        log.warn({ err: error }, 'answers of text models cannot be kept');
      }
    },
  };
}
