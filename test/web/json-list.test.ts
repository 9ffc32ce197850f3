import { describe, expect, it } from '@jest/globals';
import { askedPage, listHeaders } from '../../src/web/json-list.ts';
import { parsedCsv } from './parsed-csv.ts';
import { measuredData, sampleParts } from './sample-parts.ts';
import { ask } from './web-server.ts';

describe('the part of a list that is asked for', () => {
  it.each([
    ['', 1, 30],
    ['page=3&per_page=50', 3, 50],
    ['per_page=1000', 1, 100],
    ['page=0&per_page=0', 1, 30],
    ['page=-1&per_page=ten', 1, 30],
    ['page=1.5&per_page=2.5', 1, 30],
    ['page=1e999&per_page=', 1, 30],
  ])('is as GitHub has it: %s', (query, page, perPage) => {
    expect(askedPage(new URLSearchParams(query), 7)).toEqual({ page, perPage, total: 7 });
  });

  it.each([
    [1, null, 2],
    [2, 1, 3],
    [3, 2, null],
    [9, 3, null],
  ])('leads to the others: page %i of 3', (page, before, after) => {
    const to = (n: number | null, rel: string) => (n === null ? [] : [`</a?page=${n}&per_page=2>; rel="${rel}"`]);
    const back = before === null ? [] : [...to(before, 'prev'), ...to(1, 'first')];
    const on = after === null ? [] : [...to(after, 'next'), ...to(3, 'last')];

    expect(listHeaders({ page, perPage: 2, total: 5 }, '/a')).toEqual({
      'x-total-count': '5',
      link: [...back, ...on].join(', '),
    });
  });

  it('leads nowhere where it is all', () => {
    expect(listHeaders({ page: 1, perPage: 30, total: 30 }, '/a')).toEqual({ 'x-total-count': '30' });
    expect(listHeaders({ page: 1, perPage: 30, total: 0 }, '/a')).toEqual({ 'x-total-count': '0' });
  });
});

describe('people as JSON', () => {
  const path = '/api/v1/repositories/acme/app/people';
  const data = measuredData(sampleParts());
  const get = (address: string) => ask({ data }, address, { headers: { host: 'localhost' } });

  it('are all found, once each and in the order of the CSV, by whoever follows the links', async () => {
    const logins: string[] = [];
    const totals = new Set<unknown>();
    for (let next: string | undefined = `${path}?per_page=2`; next !== undefined; ) {
      const { body, headers } = await get(next);
      const found: { body: { people: { login: string }[] } } = JSON.parse(body);
      expect(found.body.people.length).toBeLessThanOrEqual(2);
      logins.push(...found.body.people.map(({ login }) => login));
      totals.add(headers['x-total-count']);
      next = /<([^<>]+)>; rel="next"/.exec(String(headers.link))?.[1];
    }
    const [, ...rows] = parsedCsv((await get(`${path}/people.csv`)).body);

    expect(logins.length).toBeGreaterThan(2);
    expect(logins).toEqual(rows.map(([login]) => login));
    expect([...totals]).toEqual([String(rows.length)]);
  });

  it('are none behind the last, with what is told besides', async () => {
    const { status, body } = await get(`${path}?page=999`);
    const { people, groups } = JSON.parse(body).body;

    expect([status, people]).toEqual([200, []]);
    expect(groups).toEqual(sampleParts().people.groups);
  });
});
