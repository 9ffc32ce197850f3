import { type Language, languages } from '../comment/languages.ts';
import type { Words } from '../comment/words.ts';
import { numberFormat, timeFormat } from './formats.ts';
import { type PageWords, pageWords } from './page-words.ts';
import { stranger, type Viewer } from './viewer.ts';

/** All a page needs besides its data: the language it speaks, the time it is, and where GitHub is. */
export interface View {
  language: Language;
  /** Kept in the links of the page where the reader chose it. */
  languageChosen: boolean;
  words: Words;
  says: PageWords;
  now: Date;
  webUrl: string;
  version: string;
  path: string;
  /** What the address asks for: language, order and part of tables. */
  query: URLSearchParams;
  /** Where the JSON of this page lies; empty where there is none. */
  api: string;
  viewer: Viewer;
}

export function viewOf(
  language: Language,
  rest: Pick<View, 'languageChosen' | 'now' | 'webUrl' | 'version' | 'path' | 'query'>,
): View {
  return { language, words: languages[language], says: pageWords[language], api: '', viewer: stranger, ...rest };
}

/** An address within the dashboard. */
export function inner(path: string, { language, languageChosen }: View): string {
  return languageChosen ? `${path}?lang=${language}` : path;
}

export function number(value: number, { language }: View): string {
  return numberFormat(language).format(value);
}

const AGES = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Such as `3 minutes ago`. */
export function age(iso: string, { language, now }: View): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(iso)) / 1000);
  const [unit, length] = AGES.find(([, unitSeconds]) => seconds >= unitSeconds) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(seconds / length), unit);
}

const SPANS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** Such as `4.2 sec`. */
export function span(ms: number, { language }: View): string {
  const [unit, length] = SPANS.find(([, unitMs]) => ms >= unitMs) ?? (['millisecond', 1] as const);
  const format = {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'second' ? 1 : 0,
  } as const;
  return numberFormat(language, format).format(ms / length);
}

/** Such as `82%`; empty where it is not known. */
export function percent(share: number | null, { language }: View): string {
  if (share === null) return '';
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** Such as `Nov 24, 2026`, in UTC. */
export function day(iso: string, { language }: View): string {
  return timeFormat(language, { dateStyle: 'medium' }).format(Date.parse(iso));
}

/** Such as `Nov 24, 06:00 UTC`. */
export function timeOfDay(iso: string, { language }: View): string {
  const parts = { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return timeFormat(language, { ...parts, timeZoneName: 'short' }).format(Date.parse(iso));
}
