import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { apiDescription } from '../../src/web/openapi.ts';
import { pages } from '../../src/web/pages.ts';
import { parsedCsv } from './parsed-csv.ts';
import { someData } from './sample-data.ts';
import { measuredData, sampleParts } from './sample-parts.ts';
import { ask } from './web-server.ts';

const data = measuredData(sampleParts());
const description = apiDescription(pages, '1.2.3');
const named = pages.map((page) => [page.name, page] as const);
const tables = pages.flatMap((page) => page.tables.map((table) => [`${page.api}/${table.name}.csv`, table] as const));

function addressOf(path: string): string {
  return path.replace(':owner', 'acme').replace(':repo', 'app').replace(':login', 'person-1');
}

function get(path: string, over = {}) {
  return ask({ data, ...over }, addressOf(path), { headers: { host: 'localhost' } });
}

/** @throws where the answer is not as the description says. */
function check(path: string, body: unknown): void {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const template = path.replace(/:(\w+)/g, '{$1}');
  const { content } = operations[template]?.get.responses[200] ?? {};
  const validate = ajv.compile(content?.['application/json'].schema ?? false);
  validate(body);
  expect(validate.errors ?? []).toEqual([]);
}

const operations = description.paths as Record<
  string,
  { get: { responses: Record<number, { content: Record<'application/json', { schema: object }> }> } }
>;

describe.each(named)('page %s', (_name, page) => {
  it.each(['en', 'zh-CN'])('is made in %s, with one heading and no id twice', async (language) => {
    const { status, body } = await get(`${page.path}?lang=${language}`);
    const ids = [...body.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

    expect(status).toBe(200);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body.match(/<h1[ >]/g)).toHaveLength(1);
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
    expect(body).not.toMatch(/undefined|NaN|\[object/);
  });

  it('holds nothing that its policy blocks', async () => {
    const { body, headers } = await get(page.path);

    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; /);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(body).not.toMatch(/<[^>]*\s(?:style|on\w+)=|<style|<script(?! src="\/assets\/)/i);
    expect(body).not.toMatch(/<(?:img|link|script)[^>]+(?:src|href)="(?:https?:)?\/\//);
  });

  it('has its tables in regions that the keyboard can scroll', async () => {
    const { body } = await get(page.path);
    const regions =
      body.match(/<div class="scroll" role="region" aria-label="[^"]+" tabindex="0"[^>]*>\s*<table/g) ?? [];

    expect(regions).toHaveLength((body.match(/<table/g) ?? []).length);
  });

  it('links only to what is there', async () => {
    const { body } = await get(page.path);
    const links = [...body.matchAll(/href="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&#38;', '&'));

    for (const link of new Set(links)) expect([link, (await get(link)).status]).toEqual([link, 200]);
  });

  it('gives JSON as its description says', async () => {
    const { status, body } = await get(page.api);
    const answer: unknown = JSON.parse(body);

    expect(status).toBe(200);
    check(page.api, answer);
    if (typeof answer === 'object' && answer !== null && 'at' in answer)
      expect(answer).not.toMatchObject({ body: null });
  });

  it('gives JSON as its description says where nothing was measured', async () => {
    const { status, body } = await get(page.api, { data: someData() });

    // One of many things is not there then.
    if (!page.inNavigation) expect(status).toBe(404);
    else check(page.api, JSON.parse(body));
  });
});

describe.each(tables)('CSV %s', (path, { columns }) => {
  it('has a name for each column and as many fields in each row', async () => {
    const { status, headers, body } = await get(path);
    const [head, ...rows] = parsedCsv(body);

    expect([status, head]).toEqual([200, columns]);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});
