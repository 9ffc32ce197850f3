import { z } from 'zod';

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const EXPECTED = 'expected a duration such as 0s, 2m, 6h, 14d or 2w';

/** `90s`, `2m`, `6h`, `14d`, `2w`: read as milliseconds. */
export const duration = z
  .string(EXPECTED)
  .regex(/^\d{1,6}[smhdw]$/, EXPECTED)
  .transform((text) => Number(text.slice(0, -1)) * UNIT_MS[text.slice(-1) as keyof typeof UNIT_MS]);

/** In the largest unit up to days that says it whole. */
export function writtenDuration(ms: number): string {
  const unit = (['d', 'h', 'm'] as const).find((each) => ms > 0 && ms % UNIT_MS[each] === 0) ?? 's';
  return `${ms / UNIT_MS[unit]}${unit}`;
}
