import type { DrawnGroup, DrawnPerson, GraphPart } from '../community/graph-part.ts';
import { areaList, areaText } from './area-view.ts';
import { graphDrawing } from './graph-drawing.ts';
import { formOf } from './graph-form.ts';
import { graphSchema } from './graph-schema.ts';
import { graphWords } from './graph-words.ts';
import { type Html, html } from './html.ts';
import { section } from './layout.ts';
import { measuredPage } from './measured-page.ts';
import { decimals, personLink } from './people-table.ts';
import { networkScripts } from './scripts.ts';
import { type DrawnTable, rowsOf, tableOf } from './table.ts';
import { inner, number, type View } from './view.ts';

type GroupRow = DrawnGroup & { place: number };

const groupTable: DrawnTable<GraphPart> = tableOf<GraphPart, GroupRow>({
  name: 'groups',
  about: 'Groups of those who have more to do with each other than with others.',
  caption: ({ language }) => graphWords[language].groups,
  none: ({ language }) => graphWords[language].noGroups,
  rows: ({ groups }) => groups.map((group, place) => ({ ...group, place })),
  columns: [
    {
      key: 'group',
      title: ({ language }) => graphWords[language].group,
      value: ({ place }) => place + 1,
      shown: groupLink,
    },
    {
      ...{ key: 'areas', title: ({ language }) => graphWords[language].areas, align: 'text' as const },
      value: ({ areas }) => areas.map(areaText).join('; '),
      shown: ({ areas }) => areaList(areas),
    },
    { key: 'people', title: ({ language }) => graphWords[language].people, value: ({ size }) => size },
    {
      ...{ key: 'members', title: ({ language }) => graphWords[language].members, align: 'text' as const },
      value: ({ members }) => members.join('; '),
      shown: membersView,
    },
  ],
});

const tieRows = rowsOf<GraphPart, GraphPart['edges'][number]>({
  name: 'ties',
  about: 'The ties that are drawn: all that one did for another, by kind, weighted and decayed.',
  rows: ({ edges }) => edges,
  columns: (['from', 'to', 'weight', 'reviewed', 'took', 'replied', 'cochanged'] as const).map((key) => {
    return { key, value: (tie) => tie[key] };
  }),
});

export const graphPage = measuredPage({
  path: '/graph',
  name: 'graph',
  part: 'graph',
  titles: { en: 'Network', 'zh-CN': '关系图' },
  about: 'The interaction graph as it is drawn: people, groups, ties by kind and places.',
  schema: graphSchema,
  html: graphView,
  tables: [groupTable, tieRows],
  scripts: networkScripts.map(({ address }) => address),
});

function graphView(part: GraphPart, view: View): Html {
  const words = graphWords[view.language];
  if (part.nodes.length === 0) return html`<p class="quiet">${words.none}</p>`;
  const asked = (view.query.get('person') ?? '').trim();
  const found = asked === '' ? null : personNamed(asked, part);
  const figures = {
    people: number(part.people, view),
    ties: number(part.ties, view),
    drawn: number(part.nodes.length, view),
    drawnTies: number(part.edges.length, view),
  };
  return html`${searchForm(part, asked, view)}
<p id="network-said" class="quiet" role="status" data-missing="${words.notDrawn('\u2026')}">${asked !== '' && found === null ? words.notDrawn(asked) : ''}</p>
<div class="drawing">
${graphDrawing(part, found, view)}
<div class="tools" id="network-tools" hidden><button type="button" value="nearer" aria-label="${words.nearer}">+</button><button type="button" value="farther" aria-label="${words.farther}">−</button><button type="button" value="whole">${words.whole}</button></div>
</div>
<p class="quiet" id="network-how">${words.how} <span id="network-keys" hidden>${words.keys}</span></p>
<p class="quiet">${words.told(figures)} ${part.modularity === null ? null : words.modularity(decimals(part.modularity, 2, view))}</p>
${section('groups', words.groups, groupTable.html(part, view))}`;
}

/** As it is spelt, else by its beginning. */
function personNamed(asked: string, { nodes }: GraphPart): DrawnPerson | null {
  const name = asked.toLowerCase();
  const spelt = nodes.find(({ login }) => login.toLowerCase() === name);
  return spelt ?? nodes.find(({ login }) => login.toLowerCase().startsWith(name)) ?? null;
}

function searchForm({ nodes }: GraphPart, asked: string, view: View): Html {
  const words = graphWords[view.language];
  const names = nodes.map(({ login }) => login).sort();
  return html`<form class="filter" id="network-search" method="get" action="${view.path}" role="search">
<label>${words.search} <input type="search" name="person" value="${asked}" list="network-names" autocomplete="off"></label>
<datalist id="network-names">${names.map((login) => html`<option value="${login}"></option>`)}</datalist>
${view.languageChosen ? html`<input type="hidden" name="lang" value="${view.language}">` : null}<button>${words.show}</button>${asked === '' ? null : html` <a href="${inner(view.path, view)}">${words.clear}</a>`}
</form>`;
}

function groupLink({ place, colour }: GroupRow, view: View): Html {
  const asked = new URLSearchParams({ group: String(place + 1), ...(view.languageChosen && { lang: view.language }) });
  const address = `${view.path.replace(/\/graph$/, '/people')}?${asked}`;
  return html`<svg class="swatch c${colour}" viewBox="-12 -12 24 24" aria-hidden="true"><path d="${formOf(place, 8)}"/></svg><a href="${address}">${place + 1}</a>`;
}

const SHOWN_MEMBERS = 5;

function membersView({ members, size }: GroupRow, view: View): Html {
  const shown = members.slice(0, SHOWN_MEMBERS);
  const links = shown.map((login, at) => html`${at === 0 ? '' : ', '}${html`${personLink({ login }, view)}`}`);
  const rest = size - shown.length;
  return html`${links}${rest > 0 ? html` <span class="quiet">${graphWords[view.language].more(number(rest, view))}</span>` : null}`;
}
