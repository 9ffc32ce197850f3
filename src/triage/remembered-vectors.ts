import type { RepositoryRef } from '../domain/thread-ref.ts';
import { lengthOf } from '../match/nearest-vectors.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import type { StoredVector, VectorStore } from './text-model-ports.ts';

interface Remembered {
  /** Of the text model that made them. */
  maker: string;
  /** All that were saved up to here are remembered. */
  after: number;
  bytes: number;
  byContent: Map<string, StoredVector & { length: number }>;
}

const PAGE = 2_000;
/** Of one repository, some 80,000 vectors of 768 numbers; what is beyond is read anew for each question. */
const MOST_BYTES = 64 * 2 ** 20;

/** They live as long as the model of their repository does, and are forgotten with it. */
const remembered = new WeakMap<RepositoryModel, Remembered>();

/** All vectors of a repository, in parts: those seen before from memory, the others as they were saved since. */
export async function* vectorsOf(
  ref: RepositoryRef,
  model: RepositoryModel,
  { vectors, maker, mostBytes = MOST_BYTES }: { vectors: VectorStore; maker: string; mostBytes?: number },
): AsyncGenerator<Iterable<StoredVector>> {
  const memory = memoryOf(model, maker);
  let after = memory.after;
  for (;;) {
    const page = await vectors.readVectors(ref, maker, { after, limit: PAGE });
    after = page.at(-1)?.seq ?? after;
    if (memory.bytes < mostBytes) keep(page, memory);
    else yield instead(page, memory);
    if (page.length < PAGE) break;
  }
  yield known(memory, model);
}

function memoryOf(model: RepositoryModel, maker: string): Remembered {
  const known = remembered.get(model);
  if (known?.maker === maker) return known;
  const empty = { maker, after: 0, bytes: 0, byContent: new Map() };
  remembered.set(model, empty);
  return empty;
}

/** The latest of each; another question may have read the same page meanwhile. */
function keep(page: readonly StoredVector[], memory: Remembered): void {
  for (const stored of page) {
    const before = memory.byContent.get(keyOf(stored));
    if (before !== undefined && before.seq >= stored.seq) continue;
    memory.byContent.set(keyOf(stored), { ...stored, length: lengthOf(stored.vector) });
    memory.bytes += stored.vector.byteLength - (before?.vector.byteLength ?? 0);
    memory.after = Math.max(memory.after, stored.seq);
  }
}

/** What there is no room for, in place of what was remembered of it. */
function instead(page: StoredVector[], memory: Remembered): StoredVector[] {
  for (const stored of page) memory.byContent.delete(keyOf(stored));
  return page;
}

/** What was removed since is no content any more. */
function* known({ byContent }: Remembered, model: RepositoryModel): Generator<StoredVector> {
  for (const stored of byContent.values()) if (model.content(stored.id) !== null) yield stored;
}

function keyOf({ kind, id }: StoredVector): string {
  return `${kind} ${id}`;
}
