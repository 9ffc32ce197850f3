import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Texts that come back from a browser as they were given to it. Every process that knows the secret agrees. */
export interface Signer {
  /** The text with its signature behind it. */
  sign(text: string): string;
  /** null: not signed by us, for this purpose. */
  read(signed: string): string | null;
  /** A secret of its own for each text, which nobody can work out from the text. */
  secretOf(text: string): string;
}

export function signer(secret: string, purpose: string): Signer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `commscore ${purpose}`, 32));
  const secretOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  return {
    sign: (text) => `${text}.${secretOf(text)}`,
    read(signed) {
      const end = signed.lastIndexOf('.');
      const text = signed.slice(0, Math.max(0, end));
      return end > 0 && isSameText(signed.slice(end + 1), secretOf(text)) ? text : null;
    },
    secretOf,
  };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** How long it takes tells nothing of where they differ. */
export function isSameText(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
}
