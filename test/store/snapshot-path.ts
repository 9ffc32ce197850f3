import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const MADE_FROM = ['src/store/migrations.ts', 'package-lock.json', 'test/store/database-snapshot.ts'];

/** `empty`: as the first start makes it; `migrated`: with all tables. */
export type SnapshotContents = 'empty' | 'migrated';

/** Named for what it was made from, so that none is used that is out of date. */
export function snapshotPath(contents: SnapshotContents = 'migrated'): string {
  const hash = createHash('sha256');
  for (const file of MADE_FROM) hash.update(readFileSync(join(ROOT, file)));
  return join(ROOT, 'node_modules/.cache/commscore', `${contents}-database-${hash.digest('hex').slice(0, 16)}.tar`);
}
