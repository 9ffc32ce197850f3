import { z } from 'zod';

export function wholeNumber(min: number, max: number) {
  const expected = `expected a whole number from ${min} to ${max}`;
  return z.coerce.number(expected).int(expected).min(min, expected).max(max, expected);
}

export function share() {
  const expected = 'expected a number from 0 to 1';
  return z.coerce.number(expected).min(0, expected).max(1, expected);
}

export function address(...protocols: string[]) {
  const expected = `expected an address that begins with ${protocols.map((p) => `${p}://`).join(' or ')}`;
  return z.string().regex(new RegExp(`^(${protocols.join('|')})://\\S+$`), expected);
}
