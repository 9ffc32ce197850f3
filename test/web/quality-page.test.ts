import { afterEach, describe, expect, it } from '@jest/globals';
import type { RepositoryName } from '../../src/web/dashboard-data.ts';
import { aRepository, someData } from './sample-data.ts';
import { measuredData, sampleParts } from './sample-parts.ts';
import { ask, formTokenIn, type OpenWeb, openWeb } from './web-server.ts';

const PAGE = '/repositories/acme/app/quality';
const HERE = { host: 'localhost' };
const parts = sampleParts();

let web: OpenWeb | null = null;
afterEach(() => web?.close());

describe('the quality page', () => {
  it.each([
    ['en', 'How often a right answer is at the top', 'Thresholds in force, label by label'],
    ['zh-CN', '正确答案排在前列的频率', '各标签生效的阈值'],
  ])('shows ranking, curves, classification and thresholds beside what was accepted (%s)', async (lang, ...titles) => {
    const { body } = await ask({ data: measuredData(parts) }, `${PAGE}?lang=${lang}`, { headers: HERE });

    for (const title of titles) expect(body).toContain(title);
    for (const task of ['reviewers', 'assignees', 'labels']) {
      expect(body).toContain(`id="coverage-${task}-title"`);
      expect(body).toContain(`id="calibration-${task}-title"`);
    }
    for (const table of ['ranking', 'coverage', 'calibration', 'labels', 'thresholds', 'acceptance']) {
      expect(body).toContain(`id="${table}-table"`);
    }
  });

  it('says so where nothing was rehearsed yet, and still what was accepted', async () => {
    const { body } = await ask({ data: someData() }, PAGE, { headers: HERE });

    expect(body).toContain('id="acceptance-table"');
    expect(body).not.toContain('id="ranking-table"');
  });

  it('gives the classification report as CSV', async () => {
    const { body } = await ask({ data: measuredData(parts) }, `/api/v1${PAGE}/labels.csv`, { headers: HERE });

    const [head, micro] = body.replace('\ufeff', '').split('\r\n');
    expect(head).toBe('label,precision,recall,f1,support,given,averagePrecision');
    expect(micro).toMatch(/^micro average,/);
  });

  it('has the history rehearsed at the press of a button, unless it is not read yet', async () => {
    const asked: RepositoryName[] = [];
    const rehearseNow = async (name: RepositoryName) => asked.push(name) > 0;
    const open = await openWeb({ data: someData({ rehearseNow }) });
    web = open;
    const token = formTokenIn(await open.ask(PAGE, { headers: HERE }));
    const own = { ...HERE, 'sec-fetch-site': 'same-origin' };

    const { status, headers } = await open.ask('/repositories/acme/app/rehearse', {
      ...{ method: 'POST', headers: own, form: { token } },
    });

    expect([status, headers.location]).toEqual([303, PAGE]);
    expect(asked).toEqual([{ owner: 'acme', repo: 'app' }]);
    const learning = { state: 'never', percent: null, minutesLeft: null, pausedUntil: null } as const;
    const unread = someData({ repositories: async () => [aRepository({ learning })] });
    expect((await ask({ data: unread }, PAGE, { headers: HERE })).body).not.toContain('<form');
  });
});
