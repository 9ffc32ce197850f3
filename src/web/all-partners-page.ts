import type { AllPartners, OrganisationEverywhere } from '../community/all-partners.ts';
import type { SharedSkill } from '../community/shared-skills.ts';
import { areaView } from './area-view.ts';
import { type Html, html } from './html.ts';
import { section } from './layout.ts';
import type { Asked, Page } from './page.ts';
import { allPartnersSchema } from './partners-schema.ts';
import { oneDigit, shownName, titled } from './partners-tables.ts';
import { partnersWords } from './partners-words.ts';
import { type Column, tableOf } from './table.ts';
import { inner, percent, type View } from './view.ts';

const everywhereTable = tableOf<AllPartners, OrganisationEverywhere>({
  name: 'organisations',
  about: 'Organisations over all repositories that are seen, those in most of them first.',
  rows: ({ organisations }) => organisations,
  caption: (view) => says(view).inRepositories,
  none: (view) => says(view).nobody,
  columns: [
    { ...titled('name'), value: ({ name }) => name, shown: ({ name }, view) => shownName(name, view) },
    { ...titled('people'), value: ({ people }) => people },
    ...(['changes', 'reviews', 'answers'] as const).map(
      (kind): Column<OrganisationEverywhere> => ({
        ...titled(kind),
        value: (row) => row[kind],
        shown: (row, view) => oneDigit(row[kind], view),
      }),
    ),
    { ...titled('last'), value: ({ last }) => last },
    { ...titled('before'), value: ({ before }) => before },
    {
      ...titled('repositories'),
      value: ({ repositories }) => repositories.map(({ repository }) => repository).join(' '),
      shown: ({ repositories }, view) =>
        html`<ul>${repositories.map(({ repository, share }) => html`<li>${link(repository, view)} ${percent(share, view)}</li>`)}</ul>`,
      align: 'text',
    },
  ],
});

const skillTable = tableOf<AllPartners, SharedSkill>({
  name: 'skills',
  about: 'Skills that one repository needs and another has people for who have room.',
  rows: ({ skills }) => skills,
  caption: (view) => says(view).skills,
  none: (view) => says(view).noSkills,
  columns: [
    { ...titled('area'), value: ({ kind, name }) => `${kind} ${name}`, shown: (skill) => areaView(skill) },
    {
      ...titled('needs'),
      value: ({ needs }) => needs.map(({ repository }) => repository).join(' '),
      shown: ({ needs }, view) =>
        html`<ul>${needs.map(({ repository, open, weeks }) => html`<li>${link(repository, view)} ${says(view).waiting(open, weeks === null ? null : oneDigit(weeks, view))}</li>`)}</ul>`,
      align: 'text',
    },
    {
      ...titled('haves'),
      value: ({ haves }) => haves.map(({ repository }) => repository).join(' '),
      shown: ({ haves }, view) =>
        html`<ul>${haves.map(({ repository, knowers, free }) => html`<li>${link(repository, view)} ${says(view).stock(knowers, free.join(', '))}</li>`)}</ul>`,
      align: 'text',
    },
  ],
});

/** It draws on nothing but repositories that the viewer may see: `data` answers for no other. */
export const allPartnersPage: Page<AllPartners> = {
  path: '/partners',
  name: 'all-partners',
  titles: { en: 'Partners', 'zh-CN': '合作伙伴' },
  about: 'Organisations over all repositories that are seen, and skills that those repositories could share.',
  schema: allPartnersSchema,
  read: readPartners,
  html: content,
  tables: [everywhereTable, skillTable],
};

async function readPartners({ data }: Asked): Promise<AllPartners> {
  return data.partners(await data.repositories());
}

function content(found: AllPartners, view: View): Html {
  if (found.repositories === 0) return html`<p class="quiet">${says(view).nothingMeasured}</p>`;
  const skills = html`<p class="quiet">${says(view).skillsAbout}</p>
${skillTable.html(found, view)}`;
  return html`<p class="quiet">${says(view).measured(found.repositories)}</p>
${section('organisations', says(view).organisations, everywhereTable.html(found, view))}
${section('skills', says(view).skills, skills)}`;
}

function link(repository: string, view: View): Html {
  return html`<a href="${inner(`/repositories/${repository}/partners`, view)}"><bdi>${repository}</bdi></a>`;
}

function says({ language }: View) {
  return partnersWords[language];
}
