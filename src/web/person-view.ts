import type { DrawnTie } from '../community/graph-part.ts';
import type { MeasuredPerson } from '../community/people-part.ts';
import { areaView } from './area-view.ts';
import { graphWords } from './graph-words.ts';
import { type Content, type Html, html } from './html.ts';
import { section } from './layout.ts';
import { availabilityView, decimals, loadView, personLink, standingView, timeView } from './people-table.ts';
import { type PeopleColumn, peopleWords } from './people-words.ts';
import { age, inner, number, type View } from './view.ts';

/** One person of a repository, by what was last measured. */
export interface PersonReading {
  /** ISO 8601 UTC. */
  at: string;
  askedTasks: number;
  person: MeasuredPerson;
  /** Ties that are drawn in the network, strongest first. */
  ties: DrawnTie[];
}

export function personView({ at, askedTasks, person, ties }: PersonReading, view: View): Html {
  const words = peopleWords[view.language];
  const { login } = person;
  return html`<p class="quiet"><a href="${inner(listPath(view), view)}">${words.allPeople}</a></p>
<h2 class="person"><bdi>${login}</bdi> ${content(standingView(person, view))}</h2>
<p class="quiet">${view.says.measured} <time datetime="${at}">${age(at, view)}</time> · <a href="${view.webUrl}/${encodeURIComponent(login)}">${words.onGitHub}</a>${ties.length === 0 ? null : html` · <a href="${graphPath(login, view)}">${words.inGraph}</a>`}</p>
${section('work', words.work, workList(person, view))}
${section('skills', words.skills, skillTable(person, view))}
${section('interests', words.interests, interestList(person, view))}
${section('scores', words.scores, html`${scoreList(person, view)}<p class="quiet">${words.meansOver(askedTasks)}</p>`)}
${section('ties', words.ties, tieTable(person, ties, view))}`;
}

function content(given: Content): Html {
  return html`${given}`;
}

function listPath({ path }: View): string {
  return path.replace(/\/[^/]*$/, '');
}

function graphPath(login: string, view: View): string {
  const asked = new URLSearchParams({ person: login, ...(view.languageChosen && { lang: view.language }) });
  return `${listPath(view).replace(/\/people$/, '/graph')}?${asked}`;
}

function workList(person: MeasuredPerson, view: View): Html {
  const words = peopleWords[view.language];
  const { columns } = words;
  const { group } = person;
  return html`<dl>
<dt>${columns.availability.title}</dt><dd>${availabilityView(person, view)}</dd>
<dt>${columns.load.title}</dt><dd>${loadView(person)}</dd>
<dt>${columns.acts.title}</dt><dd>${number(person.acts, view)}</dd>
<dt>${words.firstAct}</dt><dd>${timeView(person.firstAct, view)}</dd>
<dt>${words.lastAct}</dt><dd>${timeView(person.lastAct, view)}</dd>
<dt>${columns.group.title}</dt><dd>${group === null ? words.noGroup : words.group(group + 1)}</dd>
</dl>`;
}

function skillTable({ skills }: MeasuredPerson, view: View): Html {
  const words = peopleWords[view.language];
  if (skills.length === 0) return html`<p class="quiet">${words.noSkills}</p>`;
  const rows = skills.map(
    (skill) =>
      html`<tr><th scope="row">${areaView(skill)}</th><td>${decimals(skill.skill, 2, view)}</td><td>${number(skill.changed, view)}</td><td>${number(skill.reviewed, view)}</td><td>${number(skill.finished, view)}</td><td>${timeView(skill.lastAct, view)}</td></tr>\n`,
  );
  const heads = [words.area, words.skill, words.changed, words.reviewed, words.finished, words.lastAct];
  return plainTable(words.skills, heads, rows);
}

function interestList({ interests }: MeasuredPerson, view: View): Html {
  const items = interests.map((area) => html`<dt>${areaView(area)}</dt><dd>${bar(area.interest, view)}</dd>`);
  return html`<dl class="bars">${items}</dl>`;
}

function bar(value: number, view: View): Html {
  return html`<meter min="0" max="1" value="${value}">${value}</meter> ${decimals(value, 2, view)}`;
}

function scoreList({ scores, influence, bridging, cooperation }: MeasuredPerson, view: View): Html {
  const { columns } = peopleWords[view.language];
  const told: [PeopleColumn, number, number][] = [
    ...(scores === null
      ? []
      : ([
          ['skill', scores.skill, 3],
          ['match', scores.match, 5],
          ['completionChance', scores.completionChance, 3],
          ['completion', scores.completion, 5],
        ] satisfies [PeopleColumn, number, number][])),
    ['cooperation', cooperation, 4],
    ['influence', influence, 2],
    ['bridging', bridging, 3],
  ];
  return html`<dl class="wide">${told.map(
    ([key, value, digits]) =>
      html`<dt>${columns[key].title}</dt><dd>${decimals(value, digits, view)} <span class="quiet">${columns[key].says}</span></dd>`,
  )}</dl>`;
}

function tieTable({ login }: MeasuredPerson, ties: readonly DrawnTie[], view: View): Html {
  const words = peopleWords[view.language];
  if (ties.length === 0) return html`<p class="quiet">${words.tiesNone}</p>`;
  const kinds = graphWords[view.language].kinds;
  const heads = [words.columns.login.title, '', ...Object.values(kinds)];
  const rows = ties.map((tie) => {
    const other = tie.from === login ? tie.to : tie.from;
    const way = tie.from === login ? words.gives : words.gets;
    const cells = (['reviewed', 'took', 'replied', 'cochanged'] as const).map(
      (kind) => html`<td>${tie[kind] === 0 ? '' : decimals(tie[kind], 1, view)}</td>`,
    );
    return html`<tr><th scope="row">${personLink({ login: other }, view)}</th><td class="text">${way}</td>${cells}</tr>\n`;
  });
  return plainTable(words.ties, heads, rows);
}

function plainTable(caption: string, heads: readonly string[], rows: Html[]): Html {
  const cells = heads.map((title) => (title === '' ? html`<td></td>` : html`<th scope="col">${title}</th>`));
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption class="unseen">${caption}</caption>
<thead><tr>${cells}</tr></thead>
<tbody>
${rows}</tbody>
</table></div>`;
}
