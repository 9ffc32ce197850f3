import { setImmediate } from 'node:timers/promises';
import { type RepositoryRef, repositoryKey } from '../domain/thread-ref.ts';
import {
  createRepositoryModel,
  type RepositoryModel,
  restoreRepositoryModel,
  SnapshotError,
} from '../match/repository-model.ts';
import type { Log } from './ports.ts';
import type { Store } from './store-port.ts';

export interface Models {
  /** The repository's model, caught up with every fact that is stored by now. */
  of(ref: RepositoryRef): Promise<RepositoryModel>;
  /** Lets the next start catch up from here instead of from the first fact. */
  saveSnapshot(ref: RepositoryRef): Promise<void>;
  drop(ref: { owner: string; repo: string }): void;
}

interface Loaded {
  model: RepositoryModel;
  /** Tells a repository that was forgotten and came back from the one before. */
  since: number;
  /** Facts up to this one are learnt. */
  seq: number;
  /** Facts learnt since the last snapshot. */
  unsaved: number;
}

/** Small enough that learning one batch does not hold up other work for long. */
const BATCH = 500;

const SNAPSHOT_AFTER = 2_000;

/** Keeps the models of the repositories used last in memory, at most `keep` of them. */
export function repositoryModels({ store, log, keep }: { store: Store; log: Log; keep: number }): Models {
  const loaded = new Map<string, Promise<Loaded>>();

  function of(ref: RepositoryRef): Promise<Loaded> {
    const key = repositoryKey(ref);
    const caughtUp = current(ref, loaded.get(key)).then((entry) => catchUp(ref, entry));
    loaded.delete(key);
    loaded.set(key, caughtUp);
    caughtUp.catch(() => loaded.delete(key));
    for (const oldest of loaded.keys()) {
      if (loaded.size <= keep) break;
      loaded.delete(oldest);
    }
    return caughtUp;
  }

  /** Another worker may have forgotten the repository meanwhile. */
  async function current(ref: RepositoryRef, before: Promise<Loaded> | undefined): Promise<Loaded> {
    const [known, since] = await Promise.all([before, store.repositorySince(ref)]);
    return known?.since === since.getTime() ? known : load(ref, since.getTime());
  }

  async function load(ref: RepositoryRef, since: number): Promise<Loaded> {
    const snapshot = await store.readSnapshot(ref);
    const anew: Loaded = { model: createRepositoryModel(), since, seq: 0, unsaved: 0 };
    if (snapshot === null) return anew;
    try {
      return { ...anew, model: restoreRepositoryModel(snapshot.bytes), seq: snapshot.seq };
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
      log.info({ repository: repositoryKey(ref) }, 'snapshot of another version, learning anew');
      return anew;
    }
  }

  async function catchUp(ref: RepositoryRef, entry: Loaded): Promise<Loaded> {
    for (;;) {
      const facts = await store.factsAfter(ref, entry.seq, BATCH);
      for (const { kind, id, fact, seq } of facts) {
        if (fact === null) entry.model.remove(kind, id);
        else entry.model.learn(fact);
        entry.seq = seq;
      }
      entry.unsaved += facts.length;
      if (facts.length < BATCH) break;
    }
    // Webhooks of all repositories are taken in meanwhile.
    for (const _ of entry.model.settle()) await setImmediate();
    if (entry.unsaved >= SNAPSHOT_AFTER) await save(ref, entry);
    return entry;
  }

  async function save(ref: RepositoryRef, entry: Loaded): Promise<void> {
    await store.saveSnapshot(ref, entry.seq, entry.model.snapshot());
    entry.unsaved = 0;
  }

  return {
    of: async (ref) => (await of(ref)).model,
    saveSnapshot: async (ref) => save(ref, await of(ref)),
    drop: (ref) => void loaded.delete(repositoryKey(ref)),
  };
}
