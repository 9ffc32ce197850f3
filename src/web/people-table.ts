import type { MeasuredPerson, PeoplePart } from '../community/people-part.ts';
import { areaList, areaText, areaView } from './area-view.ts';
import type { CsvValue } from './csv.ts';
import { numberFormat } from './formats.ts';
import { type Content, html } from './html.ts';
import { type PeopleColumn, peopleWords } from './people-words.ts';
import { type Column, type DrawnTable, tableOf } from './table.ts';
import { day, inner, type View } from './view.ts';

const SHOWN_SKILLS = 3;

/** Most influential first, where the reader asks for no other order. */
export const peopleTable: DrawnTable<PeoplePart> = tableOf<PeoplePart, MeasuredPerson>({
  name: 'people',
  about: 'Everybody with their standing, availability, load, skills and scores.',
  caption: ({ language }) => peopleWords[language].caption,
  none: ({ language }) => peopleWords[language].none,
  rows: ({ people }) => people,
  columns: [
    column('login', ({ login }) => login, { shown: personLink }),
    column('standing', ({ standing }) => standing, { align: 'text', shown: standingView }),
    column('availability', ({ availability }) => availability.state, { align: 'text', shown: availabilityView }),
    column('load', ({ availability }) => availability.load, { shown: loadView }),
    column('acts', ({ acts }) => acts),
    column('lastAct', ({ lastAct }) => lastAct, { shown: ({ lastAct }, view) => timeView(lastAct, view) }),
    column('skills', skillNames, { align: 'text', shown: ({ skills }) => areaList(skills.slice(0, SHOWN_SKILLS)) }),
    column('interest', ({ interests }) => interests[0]?.interest ?? null, { shown: interestView }),
    score('skill'),
    score('match'),
    score('completionChance'),
    score('completion'),
    figure('cooperation', ({ cooperation }) => cooperation, 4),
    figure('influence', ({ influence }) => influence, 2),
    figure('bridging', ({ bridging }) => bridging, 3),
    column('group', ({ group }) => (group === null ? null : group + 1)),
  ],
});

type Shown = Pick<Column<MeasuredPerson>, 'shown' | 'align'>;

function column(key: PeopleColumn, value: (row: MeasuredPerson) => CsvValue, rest: Shown = {}): Column<MeasuredPerson> {
  return { key, value, title: ({ language }) => peopleWords[language].columns[key].title, ...rest };
}

function figure(
  key: PeopleColumn,
  value: (row: MeasuredPerson) => number | null,
  digits: number,
): Column<MeasuredPerson> {
  return column(key, value, {
    shown: (row, view) => {
      const found = value(row);
      return found === null ? null : decimals(found, digits, view);
    },
  });
}

function score(key: 'skill' | 'match' | 'completionChance' | 'completion'): Column<MeasuredPerson> {
  // Parts of one among thousands are small.
  const digits = key === 'match' || key === 'completion' ? 5 : 3;
  return figure(key, ({ scores }) => scores?.[key] ?? null, digits);
}

function skillNames({ skills }: MeasuredPerson): string {
  return skills.map(areaText).join('; ');
}

export function decimals(value: number, digits: number, { language }: View): string {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(language, format).format(value);
}

export function timeView(iso: string, view: View): Content {
  return html`<time datetime="${iso}">${day(iso, view)}</time>`;
}

/** Pages of people lie below the address of the table, of the network beside it. */
export function personPath(login: string, view: View): string {
  const base = view.path.replace(/\/(?:people|graph)(?:\/.*)?$/, '');
  return inner(`${base}/people/${encodeURIComponent(login)}`, view);
}

export function personLink({ login }: { login: string }, view: View): Content {
  return html`<a href="${personPath(login, view)}"><bdi>${login}</bdi></a>`;
}

export function standingView({ standing }: Pick<MeasuredPerson, 'standing'>, { language }: View): Content {
  return html`<span class="badge ${standing}">${peopleWords[language].standings[standing]}</span>`;
}

export function availabilityView({ availability }: MeasuredPerson, view: View): string {
  const words = peopleWords[view.language];
  const { state, awayUntil } = availability;
  return awayUntil === null ? words.states[state] : words.awayUntil(day(awayUntil, view));
}

export function loadView({ availability: { load, capacity, state } }: MeasuredPerson): Content {
  return html`<span class="${state === 'full' ? 'alarm' : ''}">${load}\u2009/\u2009${capacity}</span>`;
}

function interestView({ interests: [first] }: MeasuredPerson, view: View): Content {
  return first === undefined ? null : html`${areaView(first)} ${decimals(first.interest, 2, view)}`;
}
