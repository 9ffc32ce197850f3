import { z } from 'zod';

/** `@mara until 2026-12-24`: that day included; without a date for good. */
export const absence = z
  .string()
  .regex(
    /^@?[^\s@]+(?: until \d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?$/,
    'expected a login, or a login until a date: mara until 2026-12-24',
  )
  .transform((text): Absence => {
    const [login = '', until = null] = text.replace(/^@/, '').split(' until ');
    return { login, until };
  });

export interface Absence {
  login: string;
  /** Last day of it, as `2026-12-24`; null: no end is known. */
  until: string | null;
}
