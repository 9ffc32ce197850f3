import { describe, expect, it } from '@jest/globals';
import { html } from '../../src/web/html.ts';
import { tableOf } from '../../src/web/table.ts';
import { viewOf } from '../../src/web/view.ts';
import { parsedCsv } from './parsed-csv.ts';
import { NOW } from './sample-data.ts';

interface Row {
  name: string;
  load: number | null;
}

const table = tableOf<Row[], Row>({
  name: 'people',
  about: 'People.',
  rows: (rows) => rows,
  caption: () => 'People & load',
  none: () => 'Nobody.',
  perPage: 2,
  columns: [
    { key: 'name', title: () => 'Name', value: ({ name }) => name },
    { key: 'load', title: () => 'Load', value: ({ load }) => load, shown: ({ load }) => html`<b>${load}</b>` },
  ],
});

const rows: Row[] = [
  { name: 'mara', load: 3 },
  { name: 'tom', load: null },
  { name: 'li', load: 12 },
  { name: 'ana', load: 7 },
  { name: 'zoë', load: 1 },
];

function drawn(asked: string, data = rows): string {
  const rest = {
    languageChosen: true,
    now: NOW,
    webUrl: '',
    version: '',
    path: '/p',
    query: new URLSearchParams(asked),
  };
  return table.html(data, { ...viewOf('en', rest), api: '/api/v1/p' }).markup;
}

function namesOf(markup: string): string[] {
  return [...markup.matchAll(/<th scope="row"><bdi>([^<]*)/g)].map(([, name = '']) => name);
}

describe('a table', () => {
  it('shows the first rows as they are given, and the way to the others', () => {
    const markup = drawn('lang=en');

    expect(namesOf(markup)).toEqual(['mara', 'tom']);
    expect(markup).toContain('Page 1 of 3 · 5 rows');
    expect(markup).toContain('<a href="/p?lang=en&#38;people.page=2#people-table" rel="next">Next</a>');
    expect(markup).not.toContain('rel="prev"');
    expect(markup).toContain('<a href="/api/v1/p/people.csv">CSV</a>');
  });

  it.each([
    ['people.sort=-load', ['li', 'ana']],
    ['people.sort=load', ['zoë', 'mara']],
    ['people.sort=name', ['ana', 'li']],
    ['people.sort=-load&people.page=3', ['tom']],
    ['people.sort=load&people.page=3', ['tom']],
  ])('is sorted as %s asks for, what is not known last', (asked, names) => {
    expect(namesOf(drawn(asked))).toEqual(names);
  });

  it('says by which column it is sorted, and turns round by the same link', () => {
    const markup = drawn('people.sort=-load&people.page=2');

    expect(markup).toContain(
      '<th scope="col" aria-sort="descending"><a href="/p?people.sort=load#people-table">Load</a></th>',
    );
    expect(drawn('people.sort=load')).toContain('<th scope="col" aria-sort="ascending"><a href="/p?people.sort=-load');
    expect(drawn('')).not.toContain('aria-sort');
  });

  it.each([
    'people.page=0',
    'people.page=-1',
    'people.page=x',
    'people.page=1.5',
    'people.sort=__proto__',
    'people.sort=',
  ])('makes the best of %s', (asked) => {
    expect(namesOf(drawn(asked))).toEqual(['mara', 'tom']);
  });

  it('shows the last page to who asks for one beyond', () => {
    expect(namesOf(drawn('people.page=99'))).toEqual(['zoë']);
  });

  it('leaves other tables alone', () => {
    expect(namesOf(drawn('others.sort=name&others.page=2'))).toEqual(['mara', 'tom']);
  });

  it('says so where there is no row', () => {
    expect(drawn('', [])).toBe('<p class="quiet">Nobody.</p>');
  });

  it('is whole as CSV, in the order it was given', () => {
    expect(parsedCsv(table.csv(rows))).toEqual([
      ['name', 'load'],
      ['mara', '3'],
      ['tom', ''],
      ['li', '12'],
      ['ana', '7'],
      ['zoë', '1'],
    ]);
  });
});
