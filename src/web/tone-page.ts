import type { TonePart } from '../community/tone-part.ts';
import type { ToneKind } from '../community/tone-tally.ts';
import type { ToneWeek } from '../community/tone-weeks.ts';
import { type Html, html } from './html.ts';
import { section } from './layout.ts';
import { measuredPage } from './measured-page.ts';
import { type Series, timeSeries } from './time-series.ts';
import { toneSchema } from './tone-schema.ts';
import { fine, surgeTable, topicTable, weekRows } from './tone-tables.ts';
import { toneWords } from './tone-words.ts';
import type { View } from './view.ts';

export const tonePage = measuredPage({
  path: '/tone',
  name: 'tone',
  part: 'tone',
  titles: { en: 'Tone', 'zh-CN': '语气' },
  about: 'How comments sound as a whole, week by week and by topic, and the weeks that stand out. Never of a person.',
  schema: toneSchema,
  html: content,
  tables: [weekRows, topicTable, surgeTable],
});

function content(part: TonePart, view: View): Html {
  const says = toneWords[view.language];
  const about = html`${says.about.map((text) => html`<p class="quiet">${text}</p>\n`)}`;
  if (part.threads === 0) return html`<p>${says.nothing}</p>\n${section('about', says.aboutTitle, about)}`;
  const surges = html`<p class="quiet">${says.surgesAbout}</p>\n${surgeTable.html(part, view)}`;
  const topics = html`<p class="quiet">${says.topicsAbout}</p>\n${topicTable.html(part, view)}`;
  return html`${weeksChart('negative', part, view)}
${weeksChart('toxic', part, view)}
${section('surges', says.surges, surges)}
${section('topics', says.topics, topics)}
${section('about', says.aboutTitle, about)}`;
}

function weeksChart(tone: ToneKind, { weeks }: TonePart, view: View): Html {
  const says = toneWords[view.language];
  const { title, description } = says.charts[tone];
  const highest = weeks.reduce((most, week) => Math.max(most, week[tone]?.share ?? 0), 0);
  const shares = weeks.map((week) => ({
    at: week.week,
    value: week[tone]?.share ?? null,
    low: week[tone]?.low ?? null,
    high: week[tone]?.high ?? null,
    ...(week.surging.includes(tone) && { marked: says.surge }),
  }));
  const chart = timeSeries(
    {
      id: `${tone}-weeks`,
      title,
      description: description(fine(highest, view)),
      unit: says.ofComments,
      written: (share) => fine(share, view),
      series: [
        { name: says.share, look: 'main', as: 'line', points: shares },
        {
          name: says.usual,
          look: 'ideal',
          as: 'line',
          points: weeks.map(({ week, usual }) => ({ at: week, value: usual?.[tone] ?? null })),
        },
        ...heardByModel(tone, weeks, says.byModel),
      ],
    },
    view,
  );
  return section(tone, title, chart);
}

/** Only where a model is there. */
function heardByModel(tone: ToneKind, weeks: readonly ToneWeek[], name: string): Series[] {
  if (weeks.every(({ byModel }) => byModel === null)) return [];
  const points = weeks.map(({ week, byModel }) => ({ at: week, value: byModel?.[tone].share ?? null }));
  return [{ name, look: 'other', as: 'line', points }];
}
