import { z } from 'zod';

export function wholeNumber(min: number, max: number) {
  const expected = `expected a whole number from ${min} to ${max}`;
  return z.coerce.number(expected).int(expected).min(min, expected).max(max, expected);
}

export function address(...protocols: string[]) {
  const expected = `expected an address that begins with ${protocols.map((p) => `${p}://`).join(' or ')}`;
  return z.string().regex(new RegExp(`^(${protocols.join('|')})://\\S+$`), expected);
}
