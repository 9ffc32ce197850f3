import { cleanLine } from '../comment/escape.ts';
import type { ToldShare } from '../community/told-tone.ts';
import type { TonePart, ToneTopic } from '../community/tone-part.ts';
import type { ToneSurge } from '../community/tone-runs.ts';
import type { ToneWeek } from '../community/tone-weeks.ts';
import { numberFormat } from './formats.ts';
import { type Html, html } from './html.ts';
import { type Column, type Keyed, rowsOf, tableOf } from './table.ts';
import { threadAddress } from './thread-address.ts';
import { type ToneWords, toneWords } from './tone-words.ts';
import { day, number, type View } from './view.ts';

const MAX_TITLE = 120;

/** Shares of comments are small: with a tenth of a percent. */
export function fine(share: number, { language }: View): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** Drawn as a chart on the page. */
export const weekRows = rowsOf<TonePart, ToneWeek>({
  name: 'weeks',
  about: 'Comments of each week of a year, and the shares that sounded negative or toxic.',
  rows: ({ weeks }) => weeks,
  columns: [
    { key: 'week', value: ({ week }) => week },
    { key: 'comments', value: ({ comments }) => comments },
    ...boundsOf('negative'),
    ...boundsOf('toxic'),
    { key: 'model_comments', value: ({ byModel }) => byModel?.comments ?? null },
    { key: 'model_negative', value: ({ byModel }) => byModel?.negative.share ?? null },
    { key: 'model_toxic', value: ({ byModel }) => byModel?.toxic.share ?? null },
    { key: 'surging', value: ({ surging }) => surging.join(' ') },
  ],
});

function boundsOf(tone: 'negative' | 'toxic'): Keyed<ToneWeek>[] {
  return [
    { key: tone, value: (week) => week[tone]?.share ?? null },
    { key: `${tone}_low`, value: (week) => week[tone]?.low ?? null },
    { key: `${tone}_high`, value: (week) => week[tone]?.high ?? null },
    { key: `${tone}_usual`, value: ({ usual }) => usual?.[tone] ?? null },
  ];
}

export const topicTable = tableOf<TonePart, ToneTopic>({
  name: 'topics',
  about: 'The last twelve whole weeks by label and directory.',
  rows: ({ topics }) => topics,
  caption: (view) => says(view).topics,
  none: (view) => says(view).noTopics,
  columns: [
    {
      key: 'topic',
      title: (view) => says(view).columns.topic,
      value: ({ kind, name }) => `${kind} ${name}`,
      shown: (topic, view) => topicName(topic, view),
    },
    { key: 'comments', title: (view) => says(view).columns.comments, value: ({ comments }) => comments },
    ...(['negative', 'toxic'] as const).map(
      (tone): Column<ToneTopic> => ({
        key: tone,
        title: (view) => says(view).tones[tone],
        value: (topic) => topic[tone].share,
        shown: (topic, view) => shareAndBounds(topic[tone], view),
      }),
    ),
  ],
});

export const surgeTable = tableOf<TonePart, ToneSurge>({
  name: 'surges',
  about: 'Weeks of the last year in which more comments sounded so than usual, in all or in a topic.',
  rows: ({ surges }) => surges,
  caption: (view) => says(view).surges,
  none: (view) => says(view).noSurges,
  columns: [
    {
      key: 'from',
      title: (view) => says(view).columns.from,
      value: ({ from }) => from,
      shown: ({ from }, view) => day(from, view),
    },
    {
      key: 'to',
      title: (view) => says(view).columns.to,
      value: ({ to }) => to,
      shown: ({ to }, view) => day(to, view),
      align: 'text',
    },
    {
      key: 'tone',
      title: (view) => says(view).columns.tone,
      value: ({ tone }) => tone,
      shown: ({ tone }, view) => says(view).tones[tone],
      align: 'text',
    },
    {
      key: 'topic',
      title: (view) => says(view).columns.topic,
      value: ({ topic }) => (topic === null ? null : `${topic.kind} ${topic.name}`),
      shown: ({ topic }, view) => (topic === null ? says(view).whole : topicName(topic, view)),
      align: 'text',
    },
    { key: 'comments', title: (view) => says(view).columns.comments, value: ({ comments }) => comments },
    {
      key: 'share',
      title: (view) => says(view).columns.share,
      value: ({ share }) => share.share,
      shown: ({ share }, view) => shareAndBounds(share, view),
    },
    {
      key: 'usual',
      title: (view) => says(view).columns.usual,
      value: ({ usual }) => usual,
      shown: ({ usual }, view) => fine(usual, view),
    },
    {
      key: 'deviations',
      title: (view) => says(view).columns.z,
      value: ({ z }) => z,
      shown: ({ z }, view) => number(Math.round(10 * z) / 10, view),
    },
    {
      key: 'threads',
      title: (view) => says(view).columns.threads,
      value: ({ threads }) => threads.map(({ id }) => `#${id}`).join(' '),
      shown: ({ threads }, view) => threadLinks(threads, view),
      align: 'text',
    },
  ],
});

function topicName({ kind, name }: { kind: ToneTopic['kind']; name: string }, view: View): Html {
  return html`${says(view).kinds[kind]} <bdi>${cleanLine(name, MAX_TITLE)}</bdi>`;
}

function shareAndBounds({ share, low, high }: ToldShare, view: View): string {
  return `${fine(share, view)} (${fine(low, view)} – ${fine(high, view)})`;
}

function threadLinks(threads: ToneSurge['threads'], view: View): Html {
  const links = threads.map(
    (thread) =>
      html`<li><a href="${threadAddress(thread, view)}">#${thread.id}</a> <bdi>${cleanLine(thread.title, MAX_TITLE)}</bdi></li>`,
  );
  return html`<ul>${links}</ul>`;
}

function says({ language }: View): ToneWords {
  return toneWords[language];
}
