import type { Forecast } from '../community/forecast.ts';
import type { HealthPart } from '../community/health-part.ts';
import type { MilestoneForecast } from '../community/milestones.ts';
import type { Turn } from '../community/stalled-threads.ts';
import type { Wait, WaitingTime } from '../community/waiting-times.ts';

import { numberTable, table } from './table.ts';

const SHOWN = 10;

/** How the work stands, in plain words; docs/algorithms.md says what each figure is. */
export function healthSections(health: HealthPart): string {
  const { threads, forecast, areas, milestones, stalled, load, directories, filesAtRisk, times } = health;
  const { open, finished, dropped } = threads;
  const isTold = open + finished + dropped > 0;
  const sections = [
    isTold
      ? `Threads: ${open} open, ${finished} finished, ${dropped} closed without\nAll that is open now is closed in ${forecastWords(forecast)}`
      : 'A clone tells nothing of issues, pulls and discussions: `--repository owner/name` does, once the app has learnt it.',
    areas.length > 0 ? section('Open work, most weeks of it waiting first', areasTable(areas)) : '',
    milestones.length > 0 ? section('Milestones', milestonesTable(milestones)) : '',
    isTold ? section(`Nothing said for ${health.stalledAfterDays} days`, stalledWords(stalled)) : '',
    isTold ? section('Load', loadWords(load)) : '',
    times.some(({ days }) => days !== null) ? section('Days until, of the last year', timesTable(times)) : '',
    directories.length > 0
      ? section('Who holds the knowledge, fewest people first', directoriesTable(directories))
      : '',
    filesAtRisk.length > 0
      ? section('Files that one person knows or nobody, most changed first', filesTable(filesAtRisk))
      : '',
  ];
  return sections.filter((part) => part !== '').join('\n\n');
}

function section(title: string, text: string): string {
  return `${title}\n\n${text}`;
}

function forecastWords({ median, lower, upper }: Forecast): string {
  if (median === null) return 'no time that can be told';
  const to = upper === null ? 'no end in sight' : `${Math.round(upper)}`;
  const weeks = Math.round(median);
  return `${weeks === 1 ? '1 week' : `${weeks} weeks`} (80 %: ${Math.round(lower ?? 0)} to ${to})`;
}

function areasTable(areas: HealthPart['areas']): string {
  const rows = areas
    .slice(0, SHOWN)
    .map(({ kind, name, open, demand, difficulty, forecast }) => [
      `${kind} ${name}`,
      String(open),
      demand.weeks === null ? 'no end' : demand.weeks.toFixed(1),
      demand.perWeek.toFixed(1),
      difficulty === null ? '-' : difficulty.toFixed(2),
      forecastWords(forecast),
    ]);
  return table([['area', 'open', 'weeks', 'done a week', 'difficulty', 'closed in'], ...rows]);
}

function milestonesTable(milestones: MilestoneForecast[]): string {
  const rows = milestones
    .slice(0, SHOWN)
    .map(({ title, dueOn, open, closed, forecast, byDue }) => [
      title,
      String(open),
      String(closed),
      forecastWords(forecast),
      dueOn?.slice(0, 10) ?? '-',
      byDue === null ? '-' : percent(byDue),
    ]);
  return table([['milestone', 'open', 'closed', 'closed in', 'due', 'chance by then'], ...rows]);
}

function filesTable(files: HealthPart['filesAtRisk']): string {
  const rows = files.slice(0, SHOWN).map(({ path, knownBy, changes }) => [path, knownBy ?? '-', String(changes)]);
  return table([['file', 'known by', 'changes'], ...rows]);
}

const TURNS: Record<Turn, string> = {
  author: 'the author',
  maintainers: 'the maintainers',
  reviewers: 'asked to review',
  unknown: 'not known',
};

function stalledWords(stalled: HealthPart['stalled']): string {
  if (stalled.length === 0) return 'none';
  const counts = (['author', 'maintainers', 'reviewers', 'unknown'] as const).flatMap((turn) => {
    const waiting = stalled.filter((thread) => thread.turn === turn).length;
    return waiting === 0 ? [] : [`${TURNS[turn]} ${waiting}`];
  });
  const rows = stalled
    .slice(0, SHOWN)
    .map(({ id, turn, reviewers, idleDays, isExact, title }) => [
      `#${id}`,
      `${isExact ? '' : 'at most '}${Math.floor(idleDays)} days`,
      reviewers.length > 0 ? reviewers.join(', ') : TURNS[turn],
      title,
    ]);
  return `Whose turn it is: ${counts.join(', ')}\n\n${table([['thread', 'silent', 'turn', 'title'], ...rows])}`;
}

function loadWords({ people, gini, mostShare }: HealthPart['load']): string {
  if (mostShare === null) return 'nobody holds an open thread';
  const rows = people.slice(0, SHOWN).map(({ login, open, capacity }) => [login, String(open), String(capacity)]);
  const spread = `Gini ${gini.toFixed(2)}, the most loaded holds ${percent(mostShare)}`;
  return `${spread}\n\n${numberTable([['who', 'open', 'at most'], ...rows])}`;
}

const WAITS: Record<Wait, string> = {
  response: 'first response',
  review: 'first response to a pull',
  close: 'issue closed',
  merge: 'pull merged',
  answer: 'discussion answered',
};

function timesTable(times: WaitingTime[]): string {
  const rows = times.flatMap(({ wait, days, months }) => {
    if (days === null) return [];
    const latest = months.at(-1);
    const last = latest === undefined ? '' : `${latest.days.median.toFixed(1)} (${latest.month})`;
    return [
      [WAITS[wait], ...[days.lower, days.median, days.upper].map((of) => of.toFixed(1)), String(days.count), last],
    ];
  });
  return numberTable([['', 'a quarter', 'half', 'three quarters', 'threads', 'latest month'], ...rows]);
}

function directoriesTable(directories: HealthPart['directories']): string {
  const whole = directories.filter(({ directory }) => directory === '');
  const rows = [...whole, ...directories.filter(saysMore(directories))]
    .slice(0, SHOWN)
    .map(({ directory, files, filesAtRisk, busFactor, heldBy, lost }) => [
      directory === '' ? '(all)' : directory,
      String(busFactor),
      String(files),
      String(filesAtRisk),
      percent(lost),
      heldBy.slice(0, 3).join(', ') + (heldBy.length > 3 ? ', …' : ''),
    ]);
  return table([['directory', 'bus factor', 'files', 'at risk', 'with people gone', 'held by'], ...rows]);
}

/** Directories that the same people hold as the one above are told with it. */
function saysMore(all: HealthPart['directories']): (one: HealthPart['directories'][number]) => boolean {
  const holders = new Map(all.map(({ directory, heldBy }) => [directory, heldBy.join('\n')]));
  return ({ directory, heldBy }) => {
    const above = directory.slice(0, Math.max(0, directory.lastIndexOf('/')));
    return directory !== '' && holders.get(above) !== heldBy.join('\n');
  };
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
