import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const MADE_FROM = ['src/store/migrations.ts', 'package-lock.json'];

/** Named for what it was made from, so that none is used that is out of date. */
export function snapshotPath(): string {
  const hash = createHash('sha256');
  for (const file of MADE_FROM) hash.update(readFileSync(join(ROOT, file)));
  return join(ROOT, 'node_modules/.cache/commscore', `database-${hash.digest('hex').slice(0, 16)}.tar`);
}
