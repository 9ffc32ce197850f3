import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import { seedDataDir } from '../store/database-snapshot.ts';
import { queueContract } from './contract.ts';

describe('the queue in the embedded database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'commscore-queue-'));
  beforeAll(() => seedDataDir(dataDir), 60_000);
  queueContract(() => ({ dataDir }), null);
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
});
