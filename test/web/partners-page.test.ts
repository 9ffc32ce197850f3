import { beforeAll, describe, expect, it } from '@jest/globals';
import { type PartnersPart, partnersPart } from '../../src/community/partners-part.ts';
import { finish } from '../../src/match/steps.ts';
import type { DashboardData } from '../../src/web/dashboard-data.ts';
import { measuredInput } from '../community/measured.ts';
import { linkedFacts, person } from '../community/partners-facts.ts';
import { aRepository, someData } from './sample-data.ts';
import { ask } from './web-server.ts';

const AT = '2026-11-24T03:00:00.000Z';
const hostile = '<script>alert(1)</script>\u202e';

describe('pages of partners', () => {
  let part: PartnersPart;
  beforeAll(() => {
    const facts = [...linkedFacts, person('dee', { organisation: hostile })];
    part = finish(partnersPart(measuredInput(facts)));
  });

  const dataOf = (over: Partial<DashboardData> = {}): DashboardData =>
    someData({
      repositories: async () => [aRepository(), aRepository({ repo: 'lib' })],
      measured: (async () => ({ at: AT, body: part })) as DashboardData['measured'],
      ...over,
    });
  const get = async (path: string, data = dataOf()) =>
    (await ask({ data }, path, { headers: { host: 'localhost' } })).body;

  it('tell who works on the repository, what rests on whom, and who would fit', async () => {
    const body = await get('/repositories/acme/app/partners');

    expect(body).toMatch(/<th scope="row"><bdi>acme\.com<\/bdi>/);
    expect(body).toContain('acme.com wrote 43% of the changes.');
    expect(body).toContain('opened 2 threads on queue, where 3 threads are open and none was ever finished');
    expect(body).toContain('href="https://github.com/globex/broker"');
  });

  it('say the same in Chinese', async () => {
    const body = await get('/repositories/acme/app/partners?lang=zh-CN');

    expect(body).toContain('43% 的更改由 acme.com 完成。');
    expect(body).toContain('发起了 2 个关于 queue 的讨论串');
  });

  it('show hostile names of companies as text', async () => {
    const body = await get('/repositories/acme/app/partners');

    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('\u202e');
    expect(body).toContain('&#60;script&#62;');
  });

  it('do not tell a repository of itself', async () => {
    const repositories = [aRepository({ owner: 'globex', repo: 'Broker' })];
    const own = await get('/repositories/globex/broker/partners', dataOf({ repositories: async () => repositories }));

    expect(own).not.toContain('https://github.com/globex/broker"');
  });

  it('tell over all repositories what they could share', async () => {
    const body = await get('/partners');

    expect(body).toContain('Over 2 measured repositories.');
    expect(body).toMatch(/href="\/repositories\/acme\/lib\/partners"/);
    expect(body).toMatch(/3 know it, with room: Ann, bob, cas/);
  });

  it('say so where nothing was measured', async () => {
    expect(await get('/partners', dataOf({ measured: async () => null }))).toContain('No repository has been measured');
  });
});
