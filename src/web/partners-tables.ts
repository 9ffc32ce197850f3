import { cleanLine } from '../comment/escape.ts';
import type { LinkedRepository } from '../community/linked-repositories.ts';
import type { DirectoryDependence } from '../community/organisation-dependence.ts';
import type { OrganisationPair } from '../community/organisation-ties.ts';
import type { OrganisationWork } from '../community/organisation-work.ts';
import type { PartnersPart } from '../community/partners-part.ts';
import { areaList } from './area-view.ts';
import { numberFormat } from './formats.ts';
import { type Html, html } from './html.ts';
import { type PartnersColumn, partnersWords } from './partners-words.ts';
import { type Column, tableOf } from './table.ts';
import { percent, type View } from './view.ts';

const MAX_NAME = 100;

/** A row knows what its keys are called. */
type Named<Row> = Row & { called(key: string | null, view: View): string };

interface OrganisationRow extends OrganisationWork {
  name: string | null;
}

export const organisationTable = tableOf<PartnersPart, OrganisationRow>({
  name: 'organisations',
  about: 'Organisations and what they do; the last row, without a name, is of all who belong to none.',
  rows: ({ organisations, unaffiliated }) => [
    ...organisations,
    ...(unaffiliated === null ? [] : [{ name: null, ...unaffiliated }]),
  ],
  caption: (view) => says(view).organisations,
  none: (view) => says(view).nobody,
  columns: [
    { ...titled('name'), value: ({ name }) => name, shown: ({ name }, view) => shownName(name, view) },
    { ...titled('share'), value: ({ share }) => share, shown: ({ share }, view) => percent(share, view) },
    { ...titled('people'), value: ({ people }) => people.length },
    ...(['changes', 'reviews', 'answers'] as const).map(
      (kind): Column<OrganisationRow> => ({
        ...titled(kind),
        value: (row) => row[kind],
        shown: (row, view) => oneDigit(row[kind], view),
      }),
    ),
    { ...titled('last'), value: ({ trend }) => trend.last },
    { ...titled('before'), value: ({ trend }) => trend.before },
    {
      ...titled('direction'),
      value: ({ trend }) => trend.direction,
      shown: ({ trend }, view) => says(view).directions[trend.direction],
      align: 'text',
    },
    {
      ...titled('areas'),
      value: ({ areas }) => areas.map(({ kind, name }) => `${kind} ${name}`).join(', '),
      shown: ({ areas }) => areaList(areas),
      align: 'text',
    },
  ],
});

export const directoryTable = tableOf<PartnersPart, Named<DirectoryDependence>>({
  name: 'directories',
  about: 'Directories in which one organisation wrote more than half of the decayed changes.',
  rows: (part) => part.directories.map((row) => ({ ...row, called: namesOf(part) })),
  caption: (view) => says(view).dependence,
  none: (view) => says(view).noDirectories,
  columns: [
    { ...titled('directory'), value: ({ directory }) => directory, shown: ({ directory }) => code(directory) },
    {
      ...titled('leading'),
      value: ({ leading }) => leading?.organisation ?? null,
      shown: ({ leading, called }, view) =>
        leading === null ? null : html`<bdi>${called(leading.organisation, view)}</bdi>`,
      align: 'text',
    },
    {
      ...titled('share'),
      value: ({ leading }) => leading?.share ?? null,
      shown: ({ leading }, view) => percent(leading?.share ?? null, view),
    },
    { ...titled('changes'), value: ({ changes }) => changes, shown: ({ changes }, view) => oneDigit(changes, view) },
    { ...titled('factor'), value: ({ factor }) => factor },
    {
      ...titled('concentration'),
      value: ({ concentration }) => concentration,
      shown: ({ concentration }, view) => twoDigits(concentration, view),
    },
  ],
});

export const pairTable = tableOf<PartnersPart, Named<OrganisationPair>>({
  name: 'cooperation',
  about:
    'Pairs of organisations whose people review and answer each other; exchange is the harmonic mean of both ways.',
  rows: (part) => part.cooperation.pairs.map((row) => ({ ...row, called: namesOf(part) })),
  caption: (view) => says(view).cooperation,
  none: (view) => says(view).noCooperation,
  columns: [
    ...(['one', 'other'] as const).map(
      (side): Column<Named<OrganisationPair>> => ({
        ...titled(side),
        value: (row) => row[side],
        shown: (row, view) => html`<bdi>${row.called(row[side], view)}</bdi>`,
        align: 'text',
      }),
    ),
    ...(['given', 'got', 'exchange'] as const).map(
      (kind): Column<Named<OrganisationPair>> => ({
        ...titled(kind),
        value: (row) => row[kind],
        shown: (row, view) => oneDigit(row[kind], view),
      }),
    ),
  ],
});

export const linkedTable = tableOf<PartnersPart, LinkedRepository>({
  name: 'repositories',
  about:
    'Other repositories that threads of two people or more point to, and what waits in the areas of those threads.',
  rows: ({ repositories }) => repositories,
  caption: (view) => says(view).linked,
  none: (view) => says(view).noLinked,
  columns: [
    {
      ...titled('repository'),
      value: ({ repository }) => repository,
      shown: ({ repository, host }, view) =>
        html`<a href="${host === null ? view.webUrl : `https://${host}`}/${repository}"><bdi>${repository}</bdi></a>`,
    },
    { ...titled('threads'), value: ({ threads }) => threads },
    {
      ...titled('fits'),
      value: ({ fits }) => fits.map(({ area }) => `${area.kind} ${area.name}`).join(', '),
      shown: ({ fits }) => areaList(fits.map(({ area }) => area)),
      align: 'text',
    },
  ],
});

/** What organisations are called, by their keys. */
export function namesOf({ organisations, candidates }: PartnersPart): (key: string | null, view: View) => string {
  const names = new Map(organisations.map(({ key, name }) => [key, name]));
  for (const { organisation, name } of candidates) names.set(organisation, name);
  return (key, view) => (key === null ? says(view).unaffiliated : cleanLine(names.get(key) ?? key, MAX_NAME));
}

export function shownName(name: string | null, view: View): Html {
  return name === null ? html`<i>${says(view).unaffiliated}</i>` : html`<bdi>${cleanLine(name, MAX_NAME)}</bdi>`;
}

function code(text: string): Html {
  return html`<code>${cleanLine(text, MAX_NAME)}</code>`;
}

export function oneDigit(value: number, { language }: View): string {
  return numberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(value);
}

export function twoDigits(value: number, { language }: View): string {
  return numberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(value);
}

export function titled(key: PartnersColumn): { key: string; title(view: View): string } {
  return { key, title: (view) => says(view).columns[key] };
}

function says({ language }: View) {
  return partnersWords[language];
}
