import { createHash } from 'node:crypto';

/** One short name for what was sent; the same parts give the same. */
export function contentHash(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
