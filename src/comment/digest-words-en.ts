import type { Moved } from '../community/digest-moved.ts';
import type { Period } from '../community/digest-period.ts';
import type { Turn } from '../community/stalled-threads.ts';
import type { Acceptance } from '../domain/acceptance.ts';
import { adviceInEnglish, itemsInEnglish } from './digest-advice-en.ts';
import type { DigestInk } from './digest-ink.ts';
import type { DigestWords } from './digest-words.ts';
import { counted, joined } from './english-lists.ts';
import { percent } from './words.ts';

export const englishDigest: DigestWords = {
  title: 'Community digest',
  period: (period) => (period.cadence === 'weekly' ? `Week of ${days(period)}` : monthOf(period.from)),
  columns: {
    now: ({ cadence }) => (cadence === 'weekly' ? 'This week' : 'This month'),
    before: ({ cadence }) => (cadence === 'weekly' ? 'The week before' : 'The month before'),
  },
  rows: {
    opened: 'Opened',
    ended: 'Closed, merged or answered',
    response: 'First response, median',
    people: 'People who did something',
  },
  hours: (hours) => (hours < 48 ? counted(Math.round(hours), 'hour') : counted(Math.round(hours / 24), 'day')),
  moved,
  welcome: (people, more) => {
    const names = people.map(({ name, thread }) => (thread === null ? name : `${name} (${thread})`));
    return `Welcome, ${joined(more > 0 ? [...names, `${more} more`] : names)}: ${people.length + more === 1 ? 'a first contribution' : 'first contributions'} here.`;
  },
  quiet: 'A quiet time: nothing was opened, closed, merged or answered.',
  headings: {
    advice: 'What to change',
    waits: 'What waits, and on whom',
    risks: 'Risks',
    ahead: 'Ahead',
    suggestions: 'How suggestions did in 90 days',
    ranking: 'Who helped most',
  },
  advice: adviceInEnglish,
  waits: (turn, { threads, mostDays }) =>
    `${TURNS[turn]}: ${counted(threads, 'thread')}, ${threads === 1 ? 'silent' : 'the longest silent'} for ${counted(mostDays, 'day')}`,
  waiting: (thread, idle, reviewers) =>
    `${thread}, silent for ${counted(idle, 'day')}${reviewers.length === 0 ? '' : `, asked to review: ${joined(reviewers)}`}`,
  knowledge: ({ files, filesAtRisk, filesAtRiskBefore }) =>
    `${filesAtRisk} of the ${files} files touched in the last year are known to at most one person who is still here${changedFrom(filesAtRisk, filesAtRiskBefore)}.`,
  directory: (name, atRisk, files) => `${name}: ${atRisk} of ${counted(files, 'file')}`,
  load: ({ overloaded, people, capacity, most, mostShare }) =>
    `${overloaded} of ${counted(people, 'person', 'people')} hold more than ${counted(capacity, 'open thread')}; the fullest plate has ${most}, ${percent(mostShare)}% of all.`,
  silence: ({ all, fresh }) =>
    `${counted(all, 'regular')} of last year ${all === 1 ? 'has' : 'have'} not been heard of for three months${fresh > 0 ? `, ${fresh} of them since lately` : ''}. Perhaps worth a friendly word.`,
  ahead: ({ open, median, lower, upper }) =>
    median === null
      ? `${counted(open, 'thread')} open, and at the pace of the last half year no end in sight.`
      : `${counted(open, 'thread')} open: at the pace of the last half year all are done in ${range(lower, upper, median)} (four times out of five).`,
  milestone: (title, { open, median, lower, upper, byDue }) =>
    `${title}: ${counted(open, 'thread')} open, ${median === null ? 'no end in sight' : `done in ${range(lower, upper, median)}`}${byDue === null ? '' : `; by its date with a chance of ${percent(byDue)}%`}.`,
  organisation: (name, share) =>
    `${percent(share)}% of what was changed was written by people of ${name}: were they to leave, so would that.`,
  fared: ({ outcomes, decided, accepted, promised, kind, label }, ink) =>
    `${nameOf({ kind, label }, ink)}: ${outcomes.accepted} of ${decided} accepted (${Math.round(100 * (accepted ?? 0))}%)${promised === null || kind === 'related' ? '' : `, ${Math.round(100 * promised)}% promised`}`,
  muted: ({ kind, label, silent, outcomes, decided, judged }, ink) =>
    `${nameOf({ kind, label }, ink)} no longer suggested: ${silent === 'seldom-heeded' ? `people acted on ${decided} of ${judged}` : `${outcomes.accepted} of ${decided} were accepted`}. What would be said is still counted, and it speaks again once it would be right.`,
  ranked: { person: 'Person', reviewed: 'Reviewed', answered: 'Answered', wrote: 'Wrote' },
  details: 'More',
  earlier: 'Earlier',
  earlierColumns: { period: 'Time', opened: 'Opened', ended: 'Ended', waiting: 'Waiting' },
  instead: 'Discussions are switched off here, so this is an issue.',
  footer: ({ cadence, setting, config, optOut }) =>
    `Edited every ${cadence === 'weekly' ? 'week' : 'month'} from what is public in this repository; nobody is notified. Close this to stop it, or set ${setting} in ${config}. Who does not want to be named here writes ${optOut}.`,
};

const TURNS: Record<Turn, string> = {
  maintainers: 'On maintainers',
  reviewers: 'On reviewers',
  author: 'On their authors',
  unknown: 'Unclear whose turn it is',
};

function moved({ byType: { issue, pull, discussion }, merged, answered }: Moved): string {
  const opened = some([
    [issue.opened, 'issue'],
    [pull.opened, 'pull request'],
    [discussion.opened, 'discussion'],
  ]);
  const ended = [
    ...some([[issue.closed, 'issue']]).map((what) => `${what} closed`),
    ...some([[merged, 'pull request']]).map((what) => `${what} merged`),
    ...some([[pull.closed, 'pull request']]).map((what) => `${what} closed unmerged`),
    ...some([[answered, 'discussion']]).map((what) => `${what} answered`),
    ...some([[discussion.closed, 'discussion']]).map((what) => `${what} closed`),
  ];
  const parts = [opened.length === 0 ? '' : `${joined(opened)} opened`, joined(ended)].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('; ')}.`;
}

function some(counts: [number, string][]): string[] {
  return counts.filter(([count]) => count > 0).map(([count, noun]) => counted(count, noun));
}

function nameOf({ kind, label }: Pick<Acceptance, 'kind' | 'label'>, ink: DigestInk): string {
  return label === null ? itemsInEnglish[kind] : `Label ${ink.code(label)}`;
}

function changedFrom(now: number, before: number | null): string {
  if (before === null || before === now) return '';
  return `, ${Math.abs(now - before)} ${now > before ? 'more' : 'fewer'} than before`;
}

function range(lower: number | null, upper: number | null, median: number): string {
  const [from, to] = [Math.round(lower ?? median), upper === null ? null : Math.round(upper)];
  if (to === null) return `${from} weeks or more`;
  return from === to ? counted(to, 'week') : `${from} to ${to} weeks`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function monthOf(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** `16–22 November 2026`; months and years that differ are written twice. */
function days({ from, to }: Period): string {
  const last = new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10);
  const end = `${Number(last.slice(8))} ${monthOf(last)}`;
  const first = Number(from.slice(8));
  if (from.slice(0, 7) === last.slice(0, 7)) return `${first}–${end}`;
  return from.slice(0, 4) === last.slice(0, 4)
    ? `${first} ${monthOf(from).slice(0, -5)} – ${end}`
    : `${first} ${monthOf(from)} – ${end}`;
}
