import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

const SHA256_HEX = /^sha256=[0-9a-f]{64}$/i;

/** Tells whether `x-hub-signature-256` was made from these bytes with the secret, in constant time. */
export function signatureCheck(secret: string): (bytes: Uint8Array, signature: string) => boolean {
  const key = createSecretKey(secret, 'utf8');
  return (bytes, signature) => {
    if (!SHA256_HEX.test(signature)) return false;
    const expected = createHmac('sha256', key).update(bytes).digest();
    return timingSafeEqual(expected, Buffer.from(signature.slice('sha256='.length), 'hex'));
  };
}
