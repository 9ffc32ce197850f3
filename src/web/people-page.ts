import type { PeoplePart } from '../community/people-part.ts';
import { type Html, html } from './html.ts';
import { measuredPage } from './measured-page.ts';
import { askedPeople, peopleFilter } from './people-filter.ts';
import { peopleSchema } from './people-schema.ts';
import { peopleTable } from './people-table.ts';
import { peopleWords } from './people-words.ts';
import { number, type View } from './view.ts';

export const peoplePage = measuredPage({
  path: '/people',
  name: 'people',
  part: 'people',
  titles: { en: 'People', 'zh-CN': '成员' },
  about:
    'Everybody who did something: standing, availability, load, skills, interests, influence and scores. The people are given part by part, the CSV all at once.',
  schema: peopleSchema,
  list: {
    size: ({ people }) => people.length,
    part: (part, from, to) => ({ ...part, people: part.people.slice(from, to) }),
  },
  html: peopleView,
  tables: [peopleTable],
});

function peopleView(part: PeoplePart, view: View): Html {
  const words = peopleWords[view.language];
  const people = askedPeople(part, view);
  const columns = Object.values(words.columns);
  return html`${peopleFilter(part, view)}
<p class="quiet">${words.shown(number(people.length, view), number(part.people.length, view))}. ${words.meansOver(part.askedTasks)}</p>
${peopleTable.html({ ...part, people }, view)}
<details><summary>${words.columnsSay}</summary><dl class="wide">${columns.map(
    ({ title, says }) => html`<dt>${title}</dt><dd>${says}</dd>`,
  )}</dl></details>`;
}
