import { afterAll, beforeAll, describe, it } from '@jest/globals';

const START_TIMEOUT_MS = 60_000;

/** Tests against a server that is started for them; named as skipped where its program is not installed. */
export function describeWithServer<Server extends { remove(): Promise<void> }>(
  name: string,
  program: string | null,
  start: () => Promise<Server>,
  tests: (server: () => Server) => void,
): void {
  if (program === null) {
    describe(name, () => {
      it.skip('is not tested: the program is not installed on this machine', () => undefined);
    });
    return;
  }
  describe(name, () => {
    let server: Server | null = null;
    beforeAll(async () => {
      server = await start();
    }, START_TIMEOUT_MS);
    afterAll(() => server?.remove());
    tests(() => {
      if (server === null) throw new Error('the server is not started');
      return server;
    });
  });
}
