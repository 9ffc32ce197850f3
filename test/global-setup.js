import { existsSync } from 'node:fs';
import './servers/typescript.js';

/** Makes the one database that the embedded databases of all tests start from, where there is none yet. */
export default async function makeDatabaseSnapshot() {
  const { snapshotPath } = await import('./store/snapshot-path.ts');
  if (existsSync(snapshotPath())) return;
  const { databaseSnapshot } = await import('./store/database-snapshot.ts');
  await databaseSnapshot();
}
