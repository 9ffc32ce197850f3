import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Texts that come back from a browser as they were given to it. Every process that knows the secret agrees. */
export interface Signer {
  /** The text with its signature behind it. */
  sign(text: string): string;
  /** null: not signed by us, for this purpose. */
  read(signed: string): string | null;
  /** A secret of its own for each text, which nobody can work out from the text. */
  secretOf(text: string): string;
  fits(text: string, secret: string): boolean;
}

export function signer(secret: string, purpose: string): Signer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `commscore ${purpose}`, 32));
  const secretOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  function fits(text: string, given: string): boolean {
    return timingSafeEqual(Buffer.from(hashOf(secretOf(text))), Buffer.from(hashOf(given)));
  }

  return {
    sign: (text) => `${text}.${secretOf(text)}`,
    read(signed) {
      const end = signed.lastIndexOf('.');
      const text = signed.slice(0, Math.max(0, end));
      return end > 0 && fits(text, signed.slice(end + 1)) ? text : null;
    },
    secretOf,
    fits,
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
