import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from '@jest/globals';
import { queueContract } from './contract.ts';

describe('the queue in the embedded database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'commscore-queue-'));
  queueContract(() => ({ dataDir }), null);
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
});
