import { z } from 'zod';
import type { DirectoryRisk } from '../community/directory-knowledge.ts';
import type { FileRisk } from '../community/file-risks.ts';
import type { Forecast } from '../community/forecast.ts';
import type { HealthPart, StalledRow } from '../community/health-part.ts';
import type { MilestoneForecast } from '../community/milestones.ts';
import type { AreaWork } from '../community/open-work.ts';
import type { Quartiles } from '../community/quartiles.ts';
import type { WaitingTime } from '../community/waiting-times.ts';
import type { WeekOfWork } from '../community/weekly-work.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const weeks = z.number().min(0).nullable();
const days = z.number().min(0);

const forecast: z.ZodType<Forecast> = z
  .object({ median: weeks, lower: weeks, upper: weeks })
  .describe('Weeks until it is closed, with the middle 80 %; null: no end in sight.');

const area: z.ZodType<AreaWork> = z.object({
  kind: z.enum(['directory', 'label', 'topic']),
  name: z.string(),
  open: count,
  demand: z.object({ open: z.number(), perWeek: z.number(), weeks }).describe('D(j): weeks of work waiting.'),
  difficulty: share.nullable(),
  forecast,
});

const milestone: z.ZodType<MilestoneForecast> = z.object({
  number: count,
  title: z.string(),
  dueOn: z.string().nullable(),
  open: count,
  closed: count,
  pace: z.enum(['own', 'repository']).describe('Whose closings the forecast goes by.'),
  forecast,
  byDue: share.nullable().describe('Chance that it is closed when it is due.'),
});

const stalled: z.ZodType<StalledRow> = z.object({
  id: z.string(),
  type: z.enum(['issue', 'pull', 'discussion']),
  title: z.string(),
  turn: z.enum(['author', 'maintainers', 'reviewers', 'unknown']).describe('Whose turn it is.'),
  reviewers: z.array(z.string()),
  idleDays: days,
  isExact: z.boolean().describe('Whether it is known when somebody spoke last; if not, it is at most so long.'),
});

const directory: z.ZodType<DirectoryRisk> = z.object({
  directory: z.string().describe('Empty for the whole repository.'),
  files: count,
  filesAtRisk: count,
  busFactor: count,
  heldBy: z.array(z.string()),
  lost: share.describe('Part of all knowledge that is with people who are gone.'),
});

const file: z.ZodType<FileRisk> = z.object({ path: z.string(), knownBy: z.string().nullable(), changes: count });

const wait = z.enum(['response', 'review', 'close', 'merge', 'answer']);
const quartiles: z.ZodType<Quartiles> = z.object({ count, lower: days, median: days, upper: days });

const time: z.ZodType<WaitingTime> = z.object({
  wait,
  days: quartiles.nullable(),
  months: z.array(z.object({ month: z.string(), days: quartiles })),
});

const median = days.nullable();

const week: z.ZodType<WeekOfWork> = z.object({
  week: z.iso.date().describe('The Monday it began on, UTC.'),
  opened: count,
  closed: count,
  open: count.describe('At its end.'),
  days: z
    .object({ response: median, review: median, close: median, merge: median, answer: median })
    .describe('Median days of what ended in it.'),
});

export const healthSchema: z.ZodType<HealthPart> = z.object({
  threads: z.object({ open: count, finished: count, dropped: count }),
  forecast,
  areas: z.array(area).describe('Labels and directories where something is open, up to 200.'),
  milestones: z.array(milestone),
  stalledAfterDays: days,
  stalled: z.array(stalled),
  load: z.object({
    people: z.array(z.object({ login: z.string(), open: count, capacity: count })),
    gini: share,
    mostShare: share.nullable(),
  }),
  inactiveAfterDays: days,
  directories: z.array(directory),
  filesAtRisk: z.array(file).describe('Up to 100, those that change most first.'),
  times: z.array(time),
  weeks: z.array(week).describe('A year of whole weeks, the oldest first.'),
});
