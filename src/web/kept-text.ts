import { createHash } from 'node:crypto';

/** What is sent, and the tag by which it is known again. */
export interface KeptText {
  body: string;
  etag: string;
}

/**
 * What is made of data is kept as long as the data are. Of a measured part they are the same until it is measured again,
 * and to write out a large one takes long.
 */
export function keptTexts(): (data: unknown, name: string, make: () => string) => KeptText {
  const kept = new WeakMap<object, Map<string, KeptText>>();
  return (data, name, make) => {
    if (typeof data !== 'object' || data === null) return tagged(make());
    const texts = kept.get(data) ?? new Map<string, KeptText>();
    kept.set(data, texts);
    const text = texts.get(name) ?? tagged(make());
    texts.set(name, text);
    return text;
  };
}

export function tagged(body: string): KeptText {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}
