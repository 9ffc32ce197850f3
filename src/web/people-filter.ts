import type { MeasuredPerson, PeoplePart } from '../community/people-part.ts';
import { areaText } from './area-view.ts';
import { type Html, html } from './html.ts';
import { type PeopleWords, peopleWords } from './people-words.ts';
import type { View } from './view.ts';

const STANDINGS = ['newcomer', 'regular', 'occasional', 'silent', 'gone'] as const;
const STATES = ['active', 'away', 'full', 'inactive'] as const;

/** Those whom the address asks for, such as `?standing=silent&group=2&name=ann`. */
export function askedPeople({ people }: PeoplePart, { query }: Pick<View, 'query'>): MeasuredPerson[] {
  const [standing, state, group] = ['standing', 'availability', 'group'].map((name) => query.get(name) ?? '');
  const name = (query.get('name') ?? '').trim().toLowerCase();
  return people.filter(
    (person) =>
      (standing === '' || person.standing === standing) &&
      (state === '' || person.availability.state === state) &&
      (group === '' || (person.group === null ? 'none' : String(person.group + 1)) === group) &&
      person.login.toLowerCase().includes(name),
  );
}

/** A form that needs no script: it asks for the same page. */
export function peopleFilter({ groups }: PeoplePart, view: View): Html {
  const { language, languageChosen, query, path } = view;
  const words = peopleWords[language];
  const order = query.get('people.sort');
  return html`<form class="filter" method="get" action="${path}">
<label>${words.name} <input type="search" name="name" value="${query.get('name') ?? ''}" autocomplete="off"></label>
${select(
  'standing',
  words.columns.standing.title,
  STANDINGS.map((one) => [one, words.standings[one]]),
  view,
)}
${select(
  'availability',
  words.columns.availability.title,
  STATES.map((one) => [one, words.states[one]]),
  view,
)}
${select('group', words.columns.group.title, groupOptions(groups, words), view)}
${languageChosen ? html`<input type="hidden" name="lang" value="${language}">` : null}${order === null ? null : html`<input type="hidden" name="people.sort" value="${order}">`}
<button>${words.filter}</button>
</form>`;
}

function groupOptions(groups: PeoplePart['groups'], words: PeopleWords): [string, string][] {
  const named = groups.map(({ areas }, at): [string, string] => {
    const [first] = areas;
    return [String(at + 1), first === undefined ? `${at + 1}` : `${at + 1}: ${areaText(first)}`];
  });
  return groups.length === 0 ? [] : [...named, ['none', words.noGroup]];
}

function select(
  name: string,
  title: string,
  options: [value: string, text: string][],
  { query, language }: View,
): Html {
  const chosen = query.get(name);
  const all = [['', peopleWords[language].everybody] as const, ...options];
  return html`<label>${title} <select name="${name}">${all.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : null}>${text}</option>`,
  )}</select></label>`;
}
