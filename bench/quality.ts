import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pointAt } from '../src/comment/backtest-words.ts';
import type { BacktestReport, CoveragePoint, Shown } from '../src/domain/backtest-report.ts';
import { createPackBacktest } from '../src/triage/backtest-pack.ts';
import { packLines } from './pack-lines.ts';
import { packTasks, roughMrr } from './rough-values.ts';

const SUFFIX = '.jsonl.gz';

interface Measured extends BacktestReport {
  pack: string;
}

/** Prints how good the answers are on each pack, and the mean over each kind of pack. */
export async function quality(print: (line: string) => void, wanted: (pack: string) => boolean): Promise<void> {
  const folder = process.env.COMMSCORE_PACKS ?? '../shared/packs';
  const found = await packsIn(folder);
  const names = [...new Set([...Object.keys(roughMrr), ...found])].toSorted();
  print(
    tableLine([
      'pack',
      'n',
      'top-1',
      'top-3',
      'top-5',
      'MRR',
      'rough',
      'naive',
      'recall@5',
      'calib.',
      'P@0.8',
      'spoken',
    ]),
  );
  for (const { prefix, task } of packTasks) {
    const results: Measured[] = [];
    for (const pack of names.filter((name) => name.startsWith(prefix) && wanted(name))) {
      if (!found.has(pack)) {
        print(`${pack}: skipped, not in ${folder}`);
        continue;
      }
      const backtest = createPackBacktest(task);
      for await (const line of packLines(join(folder, pack + SUFFIX))) backtest.read(line);
      const result = { pack, ...backtest.report() };
      results.push(result);
      print(resultLine(result));
    }
    if (results.length > 0) print(`${meanLine(prefix, results)}\n`);
  }
}

function resultLine({ pack, scores, naive, calibrationError, shown }: Measured): string {
  const { questions, top1, top3, top5, mrr, recall5 } = scores;
  const strict = strictPoint(shown);
  const ranking = [top1, top3, top5, mrr, roughMrr[pack], naive?.mrr, recall5];
  const sureness = [calibrationError, strict?.precision, strict?.coverage];
  return tableLine([pack, String(questions), ...[...ranking, ...sureness].map(decimals)]);
}

/** What `minPrecision: 0.8` would have shown. */
function strictPoint(shown: Shown | null): CoveragePoint | undefined {
  return shown === null ? undefined : pointAt(shown.curve, 0.8);
}

function meanLine(prefix: string, results: Measured[]): string {
  const mean = (value: (result: Measured) => number | null | undefined) => {
    const values = results.map(value);
    const numbers = values.filter((number) => typeof number === 'number');
    return numbers.length < values.length ? null : numbers.reduce((a, b) => a + b, 0) / numbers.length;
  };
  const numbers = [
    mean(({ scores }) => scores.top1),
    mean(({ scores }) => scores.top3),
    mean(({ scores }) => scores.top5),
    mean(({ scores }) => scores.mrr),
    mean(({ pack }) => roughMrr[pack]),
    mean(({ naive }) => naive?.mrr),
    mean(({ scores }) => scores.recall5),
    mean(({ calibrationError }) => calibrationError),
    mean(({ shown }) => strictPoint(shown)?.precision),
    mean(({ shown }) => strictPoint(shown)?.coverage),
  ];
  return tableLine([`mean of ${results.length} ${prefix}*`, '', ...numbers.map(decimals)]);
}

function decimals(value: number | null | undefined): string {
  return typeof value === 'number' ? value.toFixed(3) : '-';
}

function tableLine([first = '', ...cells]: string[]): string {
  return first.padEnd(30) + cells.map((cell) => cell.padStart(9)).join('');
}

async function packsIn(folder: string): Promise<Set<string>> {
  const files = await readdir(folder).catch(() => []);
  return new Set(files.filter((file) => file.endsWith(SUFFIX)).map((file) => file.slice(0, -SUFFIX.length)));
}
