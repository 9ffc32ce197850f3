import type { Language } from '../comment/languages.ts';
import type { Turn } from '../community/stalled-threads.ts';
import type { Wait } from '../community/waiting-times.ts';
import { healthWordsChinese } from './health-words-zh.ts';

export interface HealthWords {
  counts(counts: { open: string; finished: string; dropped: string }): string;
  allClosed(weeks: string): string;
  /** `low` and `high` are the middle 80 %; null: no end in sight. */
  weeks(median: string, low: string, high: string | null): string;
  noEnd: string;
  flow: { title: string; description(open: string): string; opened: string; closed: string; unit: string };
  backlog: { title: string; description(from: string, to: string): string; open: string };
  firstWord: { title: string; description: string };
  endings: { title: string; description: string };
  days: string;
  waits: Record<Wait, string>;
  waitsTitle: string;
  noWaits: string;
  milestones: string;
  milestonesAbout: string;
  noMilestones: string;
  areas: string;
  noAreas: string;
  stalled(days: string): string;
  noStalled: string;
  turns: Record<Turn, string>;
  atMost(days: string): string;
  load: string;
  spread(gini: string, most: string): string;
  noLoad: string;
  knowledge: string;
  knowledgeAbout(days: string): string;
  noKnowledge: string;
  whole: string;
  files: string;
  noFiles: string;
  nobody: string;
  kinds: Record<'directory' | 'label' | 'topic', string>;
  columns: Record<HealthColumn, string>;
}

export type HealthColumn =
  | 'area'
  | 'open'
  | 'demand'
  | 'perWeek'
  | 'difficulty'
  | 'closedIn'
  | 'milestone'
  | 'closed'
  | 'due'
  | 'byDue'
  | 'thread'
  | 'silent'
  | 'turn'
  | 'title'
  | 'who'
  | 'capacity'
  | 'directory'
  | 'busFactor'
  | 'files'
  | 'atRisk'
  | 'lost'
  | 'heldBy'
  | 'file'
  | 'knownBy'
  | 'changes'
  | 'until'
  | 'quarter'
  | 'half'
  | 'threeQuarters'
  | 'threads';

const english: HealthWords = {
  counts: ({ open, finished, dropped }) => `${open} threads are open, ${finished} finished, ${dropped} closed without.`,
  allClosed: (weeks) => `All that is open now is closed in ${weeks}, if weeks to come are like those that were.`,
  weeks: (median, low, high) =>
    `${median} ${median === '1' ? 'week' : 'weeks'} (80 %: ${low} to ${high ?? 'no end in sight'})`,
  noEnd: 'a time that cannot be told',
  flow: {
    title: 'Opened and closed by week',
    description: (open) => `Threads that were opened and closed in each week of a year; ${open} are open now.`,
    opened: 'opened',
    closed: 'closed',
    unit: 'threads',
  },
  backlog: {
    title: 'Open at the end of each week',
    description: (from, to) => `Open threads: ${from} at the end of the first week, ${to} at the end of the last.`,
    open: 'open',
  },
  firstWord: {
    title: 'Days until somebody responds',
    description: 'Median days from opening to the first words of somebody else, of what got them in each week.',
  },
  endings: {
    title: 'Days until it is done',
    description: 'Median days from opening to the end, of what was closed, merged or answered in each week.',
  },
  days: 'days',
  waits: {
    response: 'first response',
    review: 'first response to a pull request',
    close: 'issue closed',
    merge: 'pull request merged',
    answer: 'discussion answered',
  },
  waitsTitle: 'Days until, of the last year',
  noWaits: 'It is not known yet how long anything took.',
  milestones: 'Milestones',
  milestonesAbout:
    'As fast as its own threads were closed in the last half year, or, where fewer than five were, at its part of all closings. What is added meanwhile is not counted.',
  noMilestones: 'Nothing open belongs to a milestone.',
  areas: 'Open work by area',
  noAreas: 'Nothing is open that a label or a path tells the area of.',
  stalled: (days) => `Nothing said for ${days} days`,
  noStalled: 'Nothing open is without words for so long.',
  turns: { author: 'the author', maintainers: 'the maintainers', reviewers: 'asked to review', unknown: 'not known' },
  atMost: (days) => `at most ${days}`,
  load: 'Load',
  spread: (gini, most) =>
    `Gini ${gini} (0: all hold the same; near 1: one holds everything); the most loaded holds ${most}.`,
  noLoad: 'Nobody holds an open thread.',
  knowledge: 'Who holds the knowledge',
  knowledgeAbout: (days) =>
    `The bus factor is the smallest number of people whose leaving loses more than half of what those know who did something in the last ${days} days.`,
  noKnowledge: 'No file that people write was changed in the last year.',
  whole: 'the whole repository',
  files: 'Files at risk',
  noFiles: 'Every file is known to two people who are there.',
  nobody: 'nobody who is there',
  kinds: { directory: 'directory', label: 'label', topic: 'topic' },
  columns: {
    area: 'area',
    open: 'open',
    demand: 'weeks of work',
    perWeek: 'done a week',
    difficulty: 'difficulty',
    closedIn: 'closed in',
    milestone: 'milestone',
    closed: 'closed',
    due: 'due',
    byDue: 'chance by then',
    thread: 'thread',
    silent: 'days silent',
    turn: 'whose turn',
    title: 'title',
    who: 'who',
    capacity: 'at most',
    directory: 'directory',
    busFactor: 'bus factor',
    files: 'files',
    atRisk: 'at risk',
    lost: 'with people gone',
    heldBy: 'held by',
    file: 'file',
    knownBy: 'known to',
    changes: 'changes in a year',
    until: 'until',
    quarter: '25 %',
    half: 'median',
    threeQuarters: '75 %',
    threads: 'threads',
  },
};

export const healthWords: Record<Language, HealthWords> = { en: english, 'zh-CN': healthWordsChinese };
