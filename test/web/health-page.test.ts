import { describe, expect, it } from '@jest/globals';
import type { HealthPart, StalledRow } from '../../src/community/health-part.ts';
import type { MilestoneForecast } from '../../src/community/milestones.ts';
import { measuredData, sampleParts } from './sample-parts.ts';
import { ask } from './web-server.ts';

const parts = sampleParts();
const HEALTH = '/repositories/acme/app/health';
const quartiles = { count: 3, lower: 1, median: 2.25, upper: 4 };
const week = { opened: 4, closed: 3, open: 7 };
const days = { response: 0.5, review: null, close: 2, merge: null, answer: null };

function get(path: string, over: Partial<HealthPart> = {}) {
  const health: HealthPart = {
    ...parts.health,
    times: [{ wait: 'close', days: quartiles, months: [] }],
    weeks: [
      { week: '2026-11-09', ...week, days },
      { week: '2026-11-16', ...week, opened: 2, open: 6, days },
    ],
    ...over,
  };
  return ask({ data: measuredData({ ...parts, health }) }, path, { headers: { host: 'localhost' } });
}

const milestone: MilestoneForecast = {
  ...{ number: 3, title: 'Release <2>', dueOn: '2026-12-01T00:00:00Z', open: 6, closed: 6, pace: 'own' },
  ...{ forecast: { median: 3, lower: 2, upper: null }, byDue: 0.25 },
};

describe('the page of health', () => {
  it('draws the year, and leaves out what is not known', async () => {
    const { body } = await get(HEALTH);

    expect(body.match(/<svg class="chart"/g)).toHaveLength(4);
    expect(body).toContain('Open threads: 7 at the end of the first week, 6 at the end of the last.');
    expect(body).not.toContain('first response to a pull request');
  });

  it('draws nothing before a week is over', async () => {
    expect((await get(HEALTH, { weeks: [] })).body).not.toContain('<svg class="chart"');
  });

  it('says when a milestone is done, and the chance that it is in time', async () => {
    const { body } = await get(HEALTH, { milestones: [milestone] });

    expect(body).toContain('3 weeks (80 %: 2 to no end in sight)');
    expect(body).toContain('href="https://github.com/acme/app/milestone/3"');
    expect(body).toContain('Release &#60;2&#62;');
    expect(body).toContain('25%');
  });

  it('says whose turn it is in work that waits', async () => {
    const stalled: StalledRow = {
      ...{ id: '7', type: 'pull', title: '<b>Slow</b>', turn: 'reviewers', reviewers: ['bob'] },
      ...{ idleDays: 20.9, isExact: false },
    };
    const { body } = await get(HEALTH, { stalled: [stalled], stalledAfterDays: 21 });

    expect(body).toContain('Nothing said for 21 days');
    expect(body).toContain('href="https://github.com/acme/app/pull/7"');
    expect(body).toContain('at most 20');
    expect(body).not.toContain('<b>Slow');
  });

  it('speaks Chinese', async () => {
    const { body } = await get(`${HEALTH}?lang=zh-CN`, { milestones: [milestone] });

    expect(body).toContain('<span class="quiet">健康</span></h1>');
    expect(body).toContain('3 周（80%：2 至 看不到尽头）');
  });

  it('gives the weeks as CSV', async () => {
    expect((await get(`/api/v1${HEALTH}/weeks.csv`)).body.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFweek,opened,closed,open,days_to_response,days_to_review,days_to_close,days_to_merge,days_to_answer',
      '2026-11-09,4,3,7,0.5,,2,,',
    ]);
  });
});
