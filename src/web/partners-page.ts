import { otherRepositories } from '../community/linked-repositories.ts';
import type { Organisation, PartnersPart } from '../community/partners-part.ts';
import { candidateRows, candidatesView } from './candidates-view.ts';
import { type Html, html } from './html.ts';
import { section } from './layout.ts';
import type { Look } from './line-chart.ts';
import { measuredPage, type PartReading } from './measured-page.ts';
import type { RepositoryPage } from './page.ts';
import { partnersSchema } from './partners-schema.ts';
import { directoryTable, linkedTable, namesOf, organisationTable, pairTable, twoDigits } from './partners-tables.ts';
import { partnersWords } from './partners-words.ts';
import { timeSeries } from './time-series.ts';
import { percent, type View } from './view.ts';

const measured = measuredPage({
  path: '/partners',
  name: 'partners',
  part: 'partners',
  titles: { en: 'Partners', 'zh-CN': '合作伙伴' },
  about: 'Organisations that work on it, what rests on one of them, how they cooperate, and which others would fit.',
  schema: partnersSchema,
  html: content,
  tables: [organisationTable, directoryTable, pairTable, candidateRows, linkedTable],
});

export const partnersPage: RepositoryPage<PartReading<PartnersPart>> = {
  ...measured,
  async read(asked) {
    const reading = await measured.read(asked);
    if (reading === null || reading.body === null) return reading;
    const { owner, repo } = asked.repository;
    const repositories = otherRepositories(reading.body.repositories, `${owner}/${repo}`);
    return { ...reading, body: { ...reading.body, repositories } };
  },
};

function content(part: PartnersPart, view: View): Html {
  const says = partnersWords[view.language];
  const { candidates, cooperation } = part;
  const organisations = html`<p class="quiet">${says.organisationsAbout}</p>
${organisationTable.html(part, view)}`;
  const across = cooperation.across === null ? null : html`<p>${says.across(percent(cooperation.across, view))}</p>`;
  return html`${section('organisations', says.organisations, organisations)}
${part.organisations.length === 0 ? null : section('trend', says.trend, trendChart(part, view))}
${section('dependence', says.dependence, dependenceView(part, view))}
${section('cooperation', says.cooperation, html`${across}${pairTable.html(part, view)}`)}
${section('candidates', says.candidates, candidatesView(candidates, view))}
${section('linked', says.linked, linkedTable.html(part, view))}`;
}

function dependenceView(part: PartnersPart, view: View): Html {
  const says = partnersWords[view.language];
  const { leading, factor, concentration, changes } = part.dependence;
  if (changes === 0) return html`<p class="quiet">${says.nobody}</p>`;
  const most =
    leading === null
      ? says.noLeading
      : says.leading(namesOf(part)(leading.organisation, view), percent(leading.share, view));
  const known = part.organisations.reduce((sum, { share }) => sum + share, 0);
  return html`<ul>
<li>${most}</li>
<li>${says.factor(factor)}</li>
<li>${says.concentration(twoDigits(concentration, view))}</li>
<li>${says.known(percent(known, view))}</li>
</ul>
${directoryTable.html(part, view)}`;
}

/** The first line catches the eye. */
const LOOKS: Look[] = ['main', 'second', 'other'];

function trendChart({ organisations, months }: PartnersPart, view: View): Html {
  const says = partnersWords[view.language];
  const shown = organisations.slice(0, LOOKS.length);
  const points = ({ trend }: Organisation) => months.map((at, month) => ({ at, value: trend.months[month] ?? null }));
  return timeSeries(
    {
      id: 'organisation-months',
      title: says.trend,
      description: says.trendGist(shown[0]?.name ?? ''),
      unit: says.acts,
      series: shown.map((one, at) => ({ name: one.name, look: LOOKS[at] ?? 'other', as: 'line', points: points(one) })),
    },
    view,
  );
}
