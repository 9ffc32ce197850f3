/** Work in pieces: it rests after each, so that others get a turn, and gives what it found at its end. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it without rest. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The work for the latest key. Whoever wants it goes on with what is under way, and may finish it while others rest. */
export interface Piecework<Key, T> {
  /** The key may change at any rest. */
  of(key: () => Key): Steps<T>;
  /** What is under way is begun anew. */
  interrupt(): void;
  /** What is done counts no more either. */
  forget(): void;
}

export function piecework<Key, T>(work: (key: Key) => Steps<T>): Piecework<Key, T> {
  let finished: { key: Key; what: T } | null = null;
  let underWay: { key: Key; steps: Steps<T> } | null = null;

  return {
    *of(keyOf) {
      for (;;) {
        const key = keyOf();
        if (finished?.key === key) return finished.what;
        const steps: Steps<T> = underWay?.key === key ? underWay.steps : work(key);
        underWay = null;
        const { done, value } = steps.next();
        if (done) {
          finished = { key, what: value };
        } else {
          underWay = { key, steps };
          yield;
        }
      }
    },
    interrupt() {
      underWay = null;
    },
    forget() {
      finished = null;
      underWay = null;
    },
  };
}
