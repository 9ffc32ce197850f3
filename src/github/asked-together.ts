/** Asks once for all that is wanted at the same moment. */
export function askedTogether<T>(
  ask: (keys: string[]) => Promise<ReadonlyMap<string, T>>,
): (key: string) => Promise<T> {
  let waiting: { keys: Set<string>; answers: Promise<ReadonlyMap<string, T>> } | null = null;

  async function askWaiting(keys: Set<string>): Promise<ReadonlyMap<string, T>> {
    // Whatever is wanted in this very turn has been said by then.
    await Promise.resolve();
    waiting = null;
    return ask([...keys]);
  }

  function join(key: string): Promise<ReadonlyMap<string, T>> {
    if (waiting === null) {
      const keys = new Set([key]);
      waiting = { keys, answers: askWaiting(keys) };
    }
    waiting.keys.add(key);
    return waiting.answers;
  }

  return async (key) => {
    const answers = await join(key);
    const answer = answers.get(key);
    if (answer === undefined) throw new Error(`nothing was said of ${key}`);
    return answer;
  };
}
