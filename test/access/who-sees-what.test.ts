import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pages } from '../../src/web/pages.ts';
import type { Told } from '../web/web-server.ts';
import { type AccessRow, accessTable } from './access-table.ts';
import { type OpenDashboard, openDashboard } from './open-dashboard.ts';
import type { Visitor } from './visitor.ts';

const OPEN = ['/healthz', '/readyz', '/metrics', '/assets/style.css', '/assets/icon.svg', '/api/v1/openapi.json'];

/** Each page, its JSON and its tables. */
function addresses(wanted: (typeof pages)[number][], repo: string): string[] {
  const fill = (path: string) => path.replace(':owner', 'acme').replace(':repo', repo);
  return wanted.flatMap(({ path, api, tables }) =>
    [path, api, ...tables.map(({ name }) => `${api}/${name}.csv`)].map(fill),
  );
}

/** They name every repository that may be seen. */
const OVERVIEW = ['/', '/api/v1/overview'];

const ofRepository = pages.filter((page) => page.of === 'repository');
/** One of many things, such as of a person, need not be there. */
const surelyThere = ofRepository.filter(({ path }) => !/:(?!owner|repo)/.test(path));
const forOperators = pages.filter((page) => page.of === 'everything' && page.seenBy === 'operator');
const forAll = pages.filter((page) => page.of === 'everything' && page.seenBy === 'viewer');

describe.each(['off', 'local', 'github'] as const)('with COMMSCORE_DASHBOARD=%s', (mode) => {
  let dashboard: OpenDashboard;
  beforeAll(async () => {
    dashboard = await openDashboard({ COMMSCORE_DASHBOARD: mode, COMMSCORE_OPERATORS: 'Olga' });
    if (mode === 'off') return;
    await dashboard.known(mode === 'github' ? await dashboard.signedIn('olga') : dashboard.visitor());
  }, 150_000);
  afterAll(async () => {
    expect(dashboard.github.violations()).toEqual([]);
    await dashboard.close();
  });

  describe.each(accessTable.filter((row) => row.mode === mode))('$who', (row) => {
    let visitor: Visitor;
    beforeAll(async () => {
      visitor = row.login === null ? dashboard.visitor() : await dashboard.signedIn(row.login);
    });

    const headers = row.elsewhere === true ? { 'x-forwarded-for': '203.0.113.9' } : {};
    const get = (path: string) => visitor.get(path, { headers });

    it('sees what names nothing', async () => {
      for (const path of OPEN) {
        const answer = await get(path);
        // Whether it is ready is another matter.
        expect([path, answer.status === 503 ? 200 : answer.status]).toEqual([path, row.sees.open]);
        expect(answer.body).not.toMatch(/vault|engine/);
      }
    });

    it(`is told of repositories in lists: ${row.sees.overview}`, async () => {
      const [status, named] = told(row);
      for (const path of addresses(forAll, '')) {
        const answer = await get(path);
        expect([path, answer.status]).toEqual([path, status]);
        // Others may name none, such as a table of all suggestions together.
        if (!OVERVIEW.includes(path)) expect(named).toEqual(expect.arrayContaining(mentioned(answer)));
        else expect([path, mentioned(answer)]).toEqual([path, named]);
      }
    });

    it(`finds a repository that they may write to: ${row.sees.own}`, async () => {
      for (const path of addresses(row.sees.own === 200 ? surelyThere : ofRepository, 'engine')) {
        const answer = await get(path);
        expect([path, answer.status]).toEqual([path, row.sees.own]);
        if (row.sees.own !== 200) expect(answer.body).not.toMatch(/hot entries|mara/i);
      }
    });

    it(`finds another one: ${row.sees.other}, as one that is not there`, async () => {
      for (const path of addresses(row.sees.other === 200 ? surelyThere : ofRepository, 'vault')) {
        const [there, missing] = [await get(path), await get(path.replace('/vault', '/nowhere'))];
        expect([path, there.status]).toEqual([path, row.sees.other]);
        if (row.sees.other !== 200) expect(withoutPath(there)).toEqual(withoutPath(missing));
      }
    });

    it(`sees the pages of operators: ${row.sees.operators}`, async () => {
      for (const path of addresses(forOperators, '')) {
        expect([path, (await get(path)).status]).toEqual([path, row.sees.operators]);
      }
    });

    it(`has new history read: ${row.sees.change}`, async () => {
      const page = '/repositories/acme/engine';
      const sent = await visitor.send(`${page}/learn`, page, { headers });

      expect(sent.status).toBe(row.sees.change);
      if (row.sees.other === 200) return;
      const other = await visitor.send('/repositories/acme/vault/learn', page, { headers });
      const missing = await visitor.send('/repositories/acme/nowhere/learn', page, { headers });
      expect(other.status).toBe(row.sees.other);
      expect(withoutPath(other)).toEqual(withoutPath(missing));
    });
  });
});

function mentioned({ body }: Told): string[] {
  return ['engine', 'vault'].filter((name) => body.includes(name));
}

/** The status, and which repositories are named. */
function told({ sees: { overview } }: AccessRow): [number, string[]] {
  if (typeof overview === 'number') return [overview, []];
  return [200, { all: ['engine', 'vault'], own: ['engine'], none: [] }[overview]];
}

/** What was asked for is all that may stand in both answers. */
function withoutPath({ status, headers, body }: Told): object {
  const { date: _, ...rest } = headers;
  return { status, headers: { ...rest, 'content-length': '' }, body: body.replace(/nowhere|vault/g, '') };
}
