import { readSettings } from '../../src/config/process-settings.ts';
import { type HuggingFaceModels, huggingFace } from '../../src/inference/hugging-face.ts';

export const ref = { installationId: 7, owner: 'acme', repo: 'engine' };

export interface SomeModels {
  models: HuggingFaceModels;
  /** Of another repository, with the same guards. */
  of(repo: string): HuggingFaceModels;
  /** Everything that was logged, as JSON lines. */
  logged: string[];
  outcomes: string[];
  /** Characters spent, by day. */
  spent: Map<string, number>;
  cached: Map<string, Uint8Array>;
  now: { ms: number };
}

/** The real client with a cache and a budget in memory, and a clock that stands unless it is moved. */
export function someModels(
  env: Record<string, string>,
  breaks: { cache?: boolean; budget?: boolean } = {},
): SomeModels {
  const { huggingFace: settings } = readSettings(env);
  if (settings === null) throw new Error('no model is set up');
  const logged: string[] = [];
  const outcomes: string[] = [];
  const spent = new Map<string, number>();
  const cached = new Map<string, Uint8Array>();
  const now = { ms: Date.parse('2026-06-01T12:00:00Z') };
  const keep = (facts: object, sentence: string) =>
    void logged.push(
      JSON.stringify({ ...facts, sentence }, (_, value) => (value instanceof Error ? value.stack : value)),
    );
  const broken = () => Promise.reject(new Error('the database is away'));
  const provider = huggingFace(settings, {
    clock: () => new Date(now.ms),
    log: { info: keep, warn: keep },
    measure: (task, outcome) => void outcomes.push(`${task} ${outcome}`),
    budget: {
      async spend(day, characters, limit) {
        if (breaks.budget) return broken();
        const after = (spent.get(day) ?? 0) + characters;
        if (after > limit) return false;
        spent.set(day, after);
        return true;
      },
    },
    cache: {
      async readModelAnswers({ repo }, model, hashes) {
        if (breaks.cache) return broken();
        const known = hashes.map((hash) => [hash, cached.get(`${repo} ${model} ${hash}`)] as const);
        return new Map(known.flatMap(([hash, bytes]) => (bytes === undefined ? [] : [[hash, bytes]])));
      },
      async saveModelAnswers({ repo }, model, answers) {
        if (breaks.cache) return broken();
        for (const [hash, bytes] of answers) cached.set(`${repo} ${model} ${hash}`, bytes);
      },
    },
  });
  return {
    models: provider.of(ref),
    of: (repo) => provider.of({ ...ref, repo }),
    logged,
    outcomes,
    spent,
    cached,
    now,
  };
}
