import {
  SURGE_RULES,
  type SurgeRules,
  type ToneCount,
  type WeekStanding,
  weekStandings,
} from '../src/community/tone-surges.ts';
import { toneOf } from '../src/text/tone.ts';
import { seededRandom } from './seeded-random.ts';
import type { TonedHistory, TonedText } from './toned-texts.ts';
import { TOXIC, UNHAPPY } from './unhappy-comments.ts';

export type ToneKind = 'negative' | 'toxic';

/** The texts of a history as if so many had been written a week. */
export interface ToneSeries {
  history: TonedHistory;
  perWeek: number;
  weeks: Record<ToneKind, ToneCount[]>;
}

export const VOLUMES = [25, 50, 100];
const FEWEST_WEEKS = SURGE_RULES.weeks + 12;

export function seriesOf(history: TonedHistory): ToneSeries[] {
  return VOLUMES.flatMap((perWeek): ToneSeries[] => {
    const whole = Math.floor(history.texts.length / perWeek);
    if (whole < FEWEST_WEEKS) return [];
    const weekly = Array.from({ length: whole }, (_, week) =>
      history.texts.slice(week * perWeek, (week + 1) * perWeek),
    );
    const counted = (kind: ToneKind) =>
      weekly.map((texts) => ({ comments: texts.length, told: texts.filter((text) => text[kind]).length }));
    return [{ history, perWeek, weeks: { negative: counted('negative'), toxic: counted('toxic') } }];
  });
}

/** Surges that begin in weeks that nothing was put into, and how many years were looked at. */
export function falseAlarms({ weeks }: ToneSeries, rules: SurgeRules): { alarms: number; years: number } {
  const standings = [weekStandings(weeks.negative, rules), weekStandings(weeks.toxic, rules)];
  const alarms = standings.reduce((sum, all) => sum + begun(all), 0);
  const judged = standings[0]?.filter(({ z }) => z !== null).length ?? 0;
  return { alarms, years: judged / 52 };
}

/** Whole repositories are larger where topics are watched. */
export const TOPIC_VOLUME = 200;
const MOST_TOPICS = 20;

/** Surges of single labels, a year; null where a history is short or has none. */
export function topicAlarms({ texts }: TonedHistory, rules: SurgeRules): { alarms: number; years: number } | null {
  const names = new Map<string, number>();
  for (const { labels } of texts) for (const label of labels) names.set(label, (names.get(label) ?? 0) + 1);
  const often = [...names].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_TOPICS);
  const whole = Math.floor(texts.length / TOPIC_VOLUME);
  if (often.length === 0 || whole < FEWEST_WEEKS) return null;
  const alarms = often.map(([label]) => {
    const weekly = Array.from({ length: whole }, (_, week) =>
      texts.slice(week * TOPIC_VOLUME, (week + 1) * TOPIC_VOLUME).filter(({ labels }) => labels.includes(label)),
    );
    return alarmsIn(weekly, rules);
  });
  return { alarms: alarms.reduce((sum, one) => sum + one, 0), years: (whole - rules.fewestWeeks) / 52 };
}

function alarmsIn(weekly: TonedText[][], rules: SurgeRules): number {
  const alarms = (['negative', 'toxic'] as const).map((kind) => {
    const counts = weekly.map((week) => ({ comments: week.length, told: week.filter((text) => text[kind]).length }));
    return begun(weekStandings(counts, rules));
  });
  return alarms.reduce((sum, one) => sum + one, 0);
}

function begun(standings: WeekStanding[]): number {
  return standings.filter(({ surging }, week) => surging && standings[week - 1]?.surging !== true).length;
}

/** `share` of the comments of each of three weeks in a row are displeased, or toxic, and put in. */
export interface Injection {
  kind: ToneKind;
  share: number;
}

const SURGE_WEEKS = 3;
const PLACES = 40;
const SEED = 31;

export interface Detection {
  places: number;
  /** In the first week, and in any of the three. */
  atOnce: number;
  ever: number;
  /** Weeks until it was told, all together, where it was. */
  delay: number;
}

/** How often surges of one size, put in at places all over the series, are found. */
export function detect({ history, perWeek, weeks }: ToneSeries, injection: Injection, rules: SurgeRules): Detection {
  const found: Detection = { places: 0, atOnce: 0, ever: 0, delay: 0 };
  const random = seededRandom(SEED);
  const counts = weeks[injection.kind];
  const clean = weekStandings(counts, rules);
  const last = counts.length - SURGE_WEEKS;
  const step = Math.max(1, Math.floor((last - rules.weeks) / PLACES));
  const more = Math.round((perWeek * injection.share) / (1 - injection.share));
  for (let place = rules.weeks; place <= last; place += step) {
    if (clean.slice(place, place + SURGE_WEEKS).some(({ surging }) => surging)) continue;
    const from = Math.max(0, place - 2 * rules.reach);
    const disturbed = counts.slice(from, place + SURGE_WEEKS).map(({ comments, told }, index) => {
      if (index < place - from) return { comments, told };
      return { comments: comments + more, told: told + heard(history.language, injection.kind, more, random) };
    });
    const delay = weekStandings(disturbed, rules)
      .slice(-SURGE_WEEKS)
      .findIndex(({ surging }) => surging);
    found.places += 1;
    if (delay === -1) continue;
    found.ever += 1;
    found.delay += delay;
    if (delay === 0) found.atOnce += 1;
  }
  return found;
}

const verdicts = {
  negative: {
    en: UNHAPPY.en.map((text) => toneOf(text).negative),
    zh: UNHAPPY.zh.map((text) => toneOf(text).negative),
  },
  toxic: { en: TOXIC.en.map((text) => toneOf(text).toxic), zh: TOXIC.zh.map((text) => toneOf(text).toxic) },
};

/** Of so many comments drawn from those of our own, how many sound as they are meant. */
function heard(language: 'en' | 'zh', kind: ToneKind, comments: number, random: () => number): number {
  const pool = verdicts[kind][language];
  let told = 0;
  for (let n = 0; n < comments; n += 1) told += Number(pool[Math.floor(random() * pool.length)] ?? false);
  return told;
}

/** Of our own comments, the share that sounds as it is meant. */
export function heardShare(kind: ToneKind, language: 'en' | 'zh'): { heard: number; of: number } {
  const pool = verdicts[kind][language];
  return { heard: pool.filter(Boolean).length, of: pool.length };
}
