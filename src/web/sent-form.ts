import type { IncomingMessage } from 'node:http';

const LONGEST = 4096;

/** Fields of a form that a browser sent; none of what is no form, or too long. */
export async function sentForm(req: IncomingMessage): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(req.headers['content-type'] ?? '')) return new URLSearchParams();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of req) {
    length += (part as Buffer).length;
    if (length > LONGEST) return new URLSearchParams();
    parts.push(part as Buffer);
  }
  return new URLSearchParams(Buffer.concat(parts).toString());
}
