import type { Language } from '../comment/languages.ts';

const numbers = new Map<string, Intl.NumberFormat>();
const times = new Map<string, Intl.DateTimeFormat>();

/** To make a format takes longer than to use it a hundred times, and a page writes thousands of numbers. */
export function numberFormat(language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const format = numbers.get(key) ?? new Intl.NumberFormat(language, options);
  numbers.set(key, format);
  return format;
}

/** In UTC. */
export function timeFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const format = times.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  times.set(key, format);
  return format;
}
