import { existsSync } from 'node:fs';
import './servers/typescript.js';

/** Makes what the embedded databases of all tests start from, where it is not there yet. */
export default async function makeDatabaseSnapshot() {
  const { snapshotPath } = await import('./store/snapshot-path.ts');
  if (existsSync(snapshotPath())) return;
  const { databaseSnapshot } = await import('./store/database-snapshot.ts');
  await databaseSnapshot();
}
