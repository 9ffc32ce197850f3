import type { IncomingMessage } from 'node:http';

/** GitHub's own cap on a webhook payload. */
export const MAX_BODY_BYTES = 25 * 1024 * 1024;

/** Somebody who goes on sending beyond this is cut off instead of being answered politely. */
const MAX_DISCARDED_BYTES = 2 * MAX_BODY_BYTES;

export type Body = { bytes: Buffer } | { refused: 'too-large' | 'cut-off' };

/**
 * The raw body, never more than the limit in memory. What goes beyond is read and thrown away first, since an answer
 * given while the sender still sends is lost to most clients.
 */
export function readBody(req: IncomingMessage, limit: number): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let settled = false;
    function settle(body: Body): void {
      settled = true;
      resolve(body);
    }
    req.on('data', (chunk: Buffer) => {
      if (settled) return;
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > limit + MAX_DISCARDED_BYTES) settle({ refused: 'too-large' });
    });
    req.on('end', () => settle(size > limit ? { refused: 'too-large' } : { bytes: joined(chunks, size) }));
    req.on('error', () => settle({ refused: 'cut-off' }));
    req.on('close', () => settle({ refused: 'cut-off' }));
  });
}

function joined(chunks: Buffer[], size: number): Buffer {
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, size);
}
