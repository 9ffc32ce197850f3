import { z } from 'zod';
import { inALine } from '../comment/digest-blocks.ts';
import { digestLanguages } from '../comment/digest-languages.ts';
import type { DigestPlace } from '../domain/digest-place.ts';
import type { ShownDigest, ShownDigests } from './dashboard-data.ts';
import { digestHtml } from './digest-html.ts';
import { digestSchema } from './digest-schema.ts';
import { digestPageWords } from './digest-words.ts';
import { type Html, html } from './html.ts';
import { section } from './layout.ts';
import type { RepositoryPage } from './page.ts';
import { tableOf } from './table.ts';
import type { View } from './view.ts';

const outcome = z.enum([
  ...(['created', 'updated', 'unchanged', 'shadow', 'nothing', 'closed', 'gone', 'not-permitted', 'nowhere'] as const),
]);

const place: z.ZodType<DigestPlace> = z.object({
  cadence: z.enum(['weekly', 'monthly', 'off']),
  target: z.enum(['issue', 'discussion']),
  since: z.iso.datetime(),
  thread: z.object({ type: z.enum(['issue', 'discussion']), number: z.int(), url: z.string() }).nullable(),
  silence: z.enum(['closed', 'gone', 'not-permitted', 'nowhere']).nullable().describe('Why none is written.'),
});

const digestTable = tableOf<ShownDigests, ShownDigest>({
  name: 'digests',
  about: 'What was told of each period, the latest first.',
  rows: ({ digests }) => digests,
  caption: ({ language }) => digestPageWords[language].earlier,
  none: ({ language }) => digestPageWords[language].none,
  columns: [
    {
      key: 'from',
      title: ({ language }) => digestPageWords[language].columns.period,
      value: ({ digest }) => digest.period.from,
      shown: ({ digest }, { language }) => html`${digestLanguages[language].period(digest.period)}`,
      align: 'text',
    },
    column('opened', ({ opened }) => opened),
    column('ended', ({ ended }) => ended),
    column('waiting', ({ waiting }) => waiting),
    {
      key: 'outcome',
      title: ({ language }) => digestPageWords[language].columns.outcome,
      value: ({ outcome: told }) => told ?? 'waiting',
      shown: ({ outcome: told }, { language }) => html`${digestPageWords[language].outcome[told ?? 'waiting']}`,
      align: 'text',
    },
  ],
});

function column(key: 'opened' | 'ended' | 'waiting', of: (line: ReturnType<typeof inALine>) => number | null) {
  return {
    key,
    title: ({ language }: View) => digestPageWords[language].columns[key],
    value: ({ digest }: ShownDigest) => of(inALine(digest)),
  };
}

export const digestPage: RepositoryPage<ShownDigests> = {
  path: '/digest',
  name: 'digest',
  titles: { en: 'Digest', 'zh-CN': '摘要' },
  about: 'What was told of the last weeks or months, and where it stands on GitHub.',
  schema: z.object({
    place: place.nullable().describe('null: the configuration was not looked at yet.'),
    digests: z.array(z.object({ digest: digestSchema, outcome: outcome.nullable(), madeAt: z.iso.datetime() })),
  }),
  read: ({ repository, data }) => data.digestsOf(repository),
  html: content,
  tables: [digestTable],
};

function content(data: ShownDigests, view: View): Html {
  const words = digestPageWords[view.language];
  const [latest] = data.digests;
  const isOff = data.place?.cadence === 'off';
  return html`${isOff ? html`<p>${words.off}</p>` : null}
${latest === undefined ? html`<p>${words.none}</p>` : html`${standing(data, latest, view)}${digestHtml(latest.digest, view)}`}
${section('digests', words.earlier, digestTable.html(data, view))}`;
}

function standing({ place: at }: ShownDigests, { outcome: told }: ShownDigest, view: View): Html {
  const words = digestPageWords[view.language];
  const link = at?.thread ? html` <a href="${at.thread.url}">${words.written}</a>` : null;
  return html`<p class="quiet">${words.outcome[told ?? 'waiting']}.${link}</p>\n`;
}
