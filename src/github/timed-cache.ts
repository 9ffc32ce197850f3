export interface TimedCache<T> {
  /** What is known of the key, or what `read` gives; several that ask at once share one reading. */
  get(key: string, read: () => Promise<T>): Promise<T>;
  forget(matches: (key: string) => boolean): void;
}

interface Entry<T> {
  value: Promise<T>;
  expiresAt: number;
}

const MAX_ENTRIES = 10_000;

/** Keeps what was read for a while; a reading that failed is not kept. */
export function timedCache<T>(keepMs: number, now: () => number): TimedCache<T> {
  const entries = new Map<string, Entry<T>>();

  function get(key: string, read: () => Promise<T>): Promise<T> {
    const known = entries.get(key);
    if (known !== undefined && known.expiresAt > now()) return known.value;
    const entry = { value: read(), expiresAt: now() + keepMs };
    entries.delete(key);
    entries.set(key, entry);
    entry.value.catch(() => {
      if (entries.get(key) === entry) entries.delete(key);
    });
    const [oldest] = entries.keys();
    if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest);
    return entry.value;
  }

  function forget(matches: (key: string) => boolean): void {
    for (const key of [...entries.keys()]) if (matches(key)) entries.delete(key);
  }

  return { get, forget };
}
