import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FeedError } from './feed-error.ts';
import { problemOf } from './fetch-page.ts';

/** The whole body, unpacked. @throws FeedError as soon as it is larger than `maxBytes`, packed or unpacked. */
export async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw new FeedError({ kind: 'too-large' });
    for await (const chunk of unpacked(response) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new FeedError({ kind: 'too-large' });
      chunks.push(chunk);
    }
  } catch (error) {
    throw problemOf(error as Error, signal);
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  switch (encoding) {
    case 'identity':
    case '':
      return response;
    case 'gzip':
    case 'x-gzip':
      // Its error is heard by whoever reads what comes out.
      return pipeline(response, createGunzip(), () => undefined);
    default:
      throw new FeedError({ kind: 'not-a-feed' });
  }
}
