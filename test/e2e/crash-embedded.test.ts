import { describe, it } from '@jest/globals';
import { CRASH_SENTENCE, CRASH_TIMEOUT_MS, killedWhileBusy } from './crash.ts';

describe('a process killed while it is busy, embedded', () => {
  it(CRASH_SENTENCE, () => killedWhileBusy({}), CRASH_TIMEOUT_MS);
});
