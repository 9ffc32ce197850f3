import { z } from 'zod';
import type { LaneCounts, ShownJob } from './dashboard-data.ts';
import { formToken } from './form-token.ts';
import { type Html, html } from './html.ts';
import { laneTable } from './lane-table.ts';
import { section, shown } from './layout.ts';
import type { Asked, Page } from './page.ts';
import { queueWords } from './queue-words.ts';
import { type Read, readNow } from './read-now.ts';
import { reasonOf } from './readiness.ts';
import { laneCounts, readSchema } from './repository-schema.ts';
import { type Column, tableOf } from './table.ts';
import { age, inner, timeOfDay, type View } from './view.ts';

export interface QueueReading {
  lanes: Read<LaneCounts[]>;
  jobs: Read<ShownJob[]>;
}

const jobSchema: z.ZodType<ShownJob> = z.object({
  lane: z.string(),
  id: z.string(),
  state: z.enum(['waiting', 'active', 'delayed', 'failed']),
  kind: z.string(),
  repository: z.string().nullable(),
  attempts: z.int().min(0),
  addedAt: z.iso.datetime(),
  nextAt: z.iso.datetime().nullable(),
  error: z.string().nullable(),
});

/** Of each lane and state. */
const JOBS_SHOWN = 500;

const text = (key: keyof ShownJob, title: 'kind' | 'repository' | 'error'): Column<ShownJob> => ({
  key,
  title: ({ language }) => queueWords[language][title],
  value: (job) => job[key],
  align: 'text',
});

const jobsTable = tableOf<QueueReading, ShownJob>({
  name: 'jobs',
  about: `Jobs that are not finished, of each lane and state at most ${JOBS_SHOWN}.`,
  rows: ({ jobs }) => ('value' in jobs ? jobs.value : []),
  caption: ({ language }) => queueWords[language].jobs,
  none: ({ language }) => queueWords[language].none,
  columns: [
    text('kind', 'kind'),
    text('repository', 'repository'),
    {
      key: 'lane',
      title: ({ says }) => says.lane,
      value: ({ lane }) => lane,
      shown: ({ lane }, { says }) => says.lanes[lane] ?? lane,
      align: 'text',
    },
    {
      key: 'state',
      title: ({ language }) => queueWords[language].state,
      value: ({ state }) => state,
      shown: ({ state }, { says }) => html`<span class="badge ${state}">${says.states[state]}</span>`,
      align: 'text',
    },
    { key: 'attempts', title: ({ language }) => queueWords[language].attempts, value: ({ attempts }) => attempts },
    {
      key: 'added_at',
      title: ({ language }) => queueWords[language].added,
      value: ({ addedAt }) => addedAt,
      shown: ({ addedAt }, view) => html`<time datetime="${addedAt}">${age(addedAt, view)}</time>`,
    },
    {
      key: 'next_at',
      title: ({ language }) => queueWords[language].next,
      value: ({ nextAt }) => nextAt,
      shown: ({ nextAt }, view) =>
        nextAt === null ? null : html`<time datetime="${nextAt}">${timeOfDay(nextAt, view)}</time>`,
    },
    { ...text('error', 'error'), shown: errorOf },
  ],
});

export const queuePage: Page<QueueReading> = {
  path: '/queue',
  name: 'queue',
  titles: { en: 'Queue', 'zh-CN': '队列' },
  about: 'Jobs that wait, run, are put off or failed; for the operator.',
  seenBy: 'operator',
  schema: z.object({ lanes: readSchema(z.array(laneCounts)), jobs: readSchema(z.array(jobSchema)) }),
  read: readQueue,
  html: content,
  tables: [jobsTable],
};

async function readQueue({ data }: Asked): Promise<QueueReading> {
  const [lanes, jobs] = await Promise.all([
    readNow(() => data.queueCounts()),
    readNow(async () => (await data.jobs(JOBS_SHOWN)).map(withoutSecrets)),
  ]);
  return { lanes, jobs };
}

/** An error may hold what lets somebody in. */
function withoutSecrets(job: ShownJob): ShownJob {
  return { ...job, error: job.error === null ? null : reasonOf(new Error(job.error)) };
}

function content(reading: QueueReading, view: View): Html {
  const words = queueWords[view.language];
  const jobs = shown(reading.jobs, view, () => jobsTable.html(reading, view));
  return html`<p class="quiet">${words.about}</p>
${section('lanes', view.says.queue, shown(reading.lanes, view, laneTable))}
${section('jobs', words.jobs, jobs)}`;
}

/** With the way to run what failed again. */
function errorOf({ error, state, lane, id }: ShownJob, view: View): Html {
  const why = html`<bdi>${error ?? ''}</bdi>`;
  if (state !== 'failed') return why;
  const action = inner(`/queue/${encodeURIComponent(lane)}/${encodeURIComponent(id)}/retry`, view);
  return html`${why} <form method="post" action="${action}">${formToken(view)}<button>${queueWords[view.language].retry}</button></form>`;
}
