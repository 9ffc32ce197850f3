import { TOPIC_RULES } from '../src/community/tone-part.ts';
import { SURGE_RULES, type SurgeRules } from '../src/community/tone-surges.ts';
import { madeUpTones } from './made-up-tones.ts';
import {
  type Detection,
  detect,
  falseAlarms,
  heardShare,
  type Injection,
  seriesOf,
  TOPIC_VOLUME,
  type ToneKind,
  type ToneSeries,
  topicAlarms,
  VOLUMES,
} from './tone-series.ts';
import { type TonedHistory, tonedHistories } from './toned-texts.ts';

const SHARES = [0.1, 0.2, 0.4];
const GRID = [2.5, 3, 3.5, 4, 5].flatMap((begins) =>
  [0.01, 0.003, 0.001, 0.0003].map((byChance) => ({ begins, byChance })),
);
/** What a maintainer will bear, of both tones together: one in three years. */
const MOST_ALARMS = 1 / 3;

/** Surges of displeasure put into real histories, and into made-up ones, which are there without any pack. */
export async function benchTone(print: (line: string) => void): Promise<void> {
  for (const kind of ['negative', 'toxic'] as const) {
    const [en, zh] = [heardShare(kind, 'en'), heardShare(kind, 'zh')];
    print(`  of our own ${kind} comments are heard ${en.heard} of ${en.of} English, ${zh.heard} of ${zh.of} Chinese`);
  }
  const real: ToneSeries[] = [];
  const histories: TonedHistory[] = [];
  for await (const history of tonedHistories()) {
    const { name, texts } = history;
    const negative = texts.filter((text) => text.negative).length;
    const toxic = texts.filter((text) => text.toxic).length;
    print(
      `  ${name}: ${texts.length} texts, negative ${((100 * negative) / texts.length).toFixed(2)} %, toxic ${toxic}`,
    );
    real.push(...seriesOf(history));
    histories.push(history);
  }
  if (real.length === 0) print('  no real histories: the packs are not there');
  const madeUp = madeUpTones().flatMap(seriesOf);
  if (real.length > 0) shown(print, 'real histories', real);
  shown(print, 'made-up histories', madeUp);
  shownTopics(print, histories);
  print(
    `\n  begins and byChance chosen for the most surges of 20 % found, at ${MOST_ALARMS.toFixed(2)} false alarms a year at most`,
  );
  leaveOneOut(print, real.length > 0 ? real : madeUp);
}

function shown(print: (line: string) => void, what: string, series: ToneSeries[]): void {
  print(`\n  ${what}: found of surges put in, in any of their three weeks (in the first), and weeks until then`);
  for (const perWeek of VOLUMES) {
    const some = series.filter((one) => one.perWeek === perWeek);
    for (const kind of ['negative', 'toxic'] as const) {
      const cells = SHARES.map((share) => cell(mean(some, (one) => detect(one, { kind, share }, SURGE_RULES))));
      print(
        `    ${perWeek} a week, ${kind.padEnd(8)} ${SHARES.map((share, n) => `${100 * share} %: ${cells[n]}`).join('   ')}`,
      );
    }
    print(`    ${perWeek} a week, false alarms a year ${alarmsOf(some, SURGE_RULES).toFixed(2)}`);
  }
}

function shownTopics(print: (line: string) => void, histories: TonedHistory[]): void {
  const found = histories.flatMap((history) => {
    const alarms = topicAlarms(history, TOPIC_RULES);
    return alarms === null ? [] : [{ name: history.name, ...alarms }];
  });
  for (const { name, alarms, years } of found) {
    print(
      `    ${name}, its 20 labels with the most texts at ${TOPIC_VOLUME} texts a week in all: ${alarms} false alarms in ${years.toFixed(1)} years`,
    );
  }
}

function cell({ ever, atOnce, delay }: Shares): string {
  return `${ever.toFixed(2)} (${atOnce.toFixed(2)}), ${ever === 0 ? '-' : (delay / ever).toFixed(1)}`;
}

interface Shares {
  ever: number;
  atOnce: number;
  delay: number;
}

/** Of histories, each counting the same. */
function mean(series: ToneSeries[], of: (one: ToneSeries) => Detection): Shares {
  const found = series.map(of).filter(({ places }) => places > 0);
  const over = (value: (one: Detection) => number) =>
    found.reduce((sum, one) => sum + value(one) / one.places, 0) / Math.max(1, found.length);
  return { ever: over(({ ever }) => ever), atOnce: over(({ atOnce }) => atOnce), delay: over(({ delay }) => delay) };
}

/** Of a repository; a history counts for as long as it lasted, so that short ones do not decide; each volume the same. */
function alarmsOf(series: ToneSeries[], rules: SurgeRules): number {
  const rates = VOLUMES.flatMap((perWeek) => {
    const found = series.filter((one) => one.perWeek === perWeek).map((one) => falseAlarms(one, rules));
    const years = found.reduce((sum, one) => sum + one.years, 0);
    return years === 0 ? [] : [found.reduce((sum, one) => sum + one.alarms, 0) / years];
  });
  return rates.reduce((sum, rate) => sum + rate, 0) / Math.max(1, rates.length);
}

const USUAL: Injection = { kind: 'negative' satisfies ToneKind, share: 0.2 };

function leaveOneOut(print: (line: string) => void, series: ToneSeries[]): void {
  const judged = GRID.map((values) => {
    const rules = { ...SURGE_RULES, ...values };
    const bySeries = new Map(
      series.map((one) => [one, { found: detect(one, USUAL, rules), alarms: falseAlarms(one, rules) }]),
    );
    return { values, rules, bySeries };
  });
  const best = (some: ToneSeries[]) =>
    judged
      .map((one) => ({ ...one, found: foundOf(one, some).toFixed(2), alarms: alarmsOf(some, one.rules) }))
      .filter(({ alarms }) => alarms <= MOST_ALARMS)
      .toSorted((a, b) => Number(b.found) - Number(a.found) || a.alarms - b.alarms)[0] ?? judged.at(-1);
  const foundOf = (one: (typeof judged)[number], some: ToneSeries[]) =>
    mean(some, (each) => one.bySeries.get(each)?.found ?? { places: 0, atOnce: 0, ever: 0, delay: 0 }).ever;
  for (const community of new Set(series.map(({ history }) => history.community))) {
    const [own, others] = [true, false].map((is) =>
      series.filter((one) => (one.history.community === community) === is),
    );
    const chosen = best(others ?? []);
    if (chosen === undefined || own === undefined) continue;
    const { begins, byChance } = chosen.values;
    print(
      `    without ${community}: begins ${begins}, byChance ${byChance}; there ${foundOf(chosen, own).toFixed(2)} found, ${alarmsOf(own, chosen.rules).toFixed(2)} false alarms a year`,
    );
  }
  const all = best(series);
  if (all !== undefined) print(`    with all: begins ${all.values.begins}, byChance ${all.values.byChance}`);
  for (const one of judged) {
    print(
      `    ${one.values.begins}/${one.values.byChance}: ${foundOf(one, series).toFixed(2)} found, ${alarmsOf(series, one.rules).toFixed(2)} false alarms a year`,
    );
  }
}
