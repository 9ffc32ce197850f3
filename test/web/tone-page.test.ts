import { describe, expect, it } from '@jest/globals';
import { tonePart } from '../../src/community/tone-part.ts';
import { finish } from '../../src/match/steps.ts';
import { measuredAt, outburst, quietYear, toneThread, weeksAgo } from '../community/tone-history.ts';
import { measuredData, sampleParts } from './sample-parts.ts';
import { ask } from './web-server.ts';

const parts = sampleParts();
const TONE = '/repositories/acme/app/tone';

function get(path: string, tone = parts.tone) {
  return ask({ data: measuredData({ ...parts, tone }) }, path, { headers: { host: 'localhost' } });
}

describe('the page of tone', () => {
  it('draws both tones over a year, marks the surge and tells where it was', async () => {
    const { body } = await get(TONE);

    expect(body.match(/<svg class="chart"/g)).toHaveLength(2);
    expect(body.match(/class="marked"/g)).toHaveLength(1);
    expect(body).toContain('<path class="band main"');
    expect(body).toContain('href="https://github.com/acme/app/issues/1000"');
    expect(body).toContain('26% (15.9% – 39.6%)');
  });

  it('says what it is not, in both languages', async () => {
    expect((await get(TONE)).body).toContain('nothing about any person');
    expect((await get(`${TONE}?lang=zh-CN`)).body).toContain('与任何个人无关');
  });

  it('shows titles of others as text', async () => {
    const title = '<script>alert(1)</script>';
    const hostile = finish(tonePart(measuredAt([...quietYear(), ...outburst({ title })])));
    const { body } = await get(TONE, hostile);

    expect(body).not.toContain('<script>alert');
    expect(body).toContain('&#60;script&#62;alert(1)');
  });

  it('says that nothing was heard where that is so', async () => {
    const silent = finish(tonePart(measuredAt([toneThread(1, undefined)])));

    expect((await get(TONE, silent)).body).toContain('No comments have been heard yet');
  });

  it('draws what a text model heard only where there is one', async () => {
    const byModel = { comments: 12, negative: 6, toxic: 0 };
    const asked = toneThread(9_000, [{ week: weeksAgo(1), comments: 12, negative: 1, toxic: 0, byModel }]);
    const withModel = finish(tonePart(measuredAt([...quietYear(), asked])));

    expect((await get(TONE)).body).not.toContain('as the text model hears them');
    expect((await get(TONE, withModel)).body).toContain('as the text model hears them');
  });

  it('gives the surges as CSV, threads by number alone', async () => {
    const { body } = await get(`/api/v1${TONE}/surges.csv`);

    expect(body.split('\r\n')[1]).toMatch(
      new RegExp(`^${weeksAgo(2)},${weeksAgo(2)},negative,,50,0.26,0.05,6.6.*,#1000 #1001 #1002 #1003 #1004$`),
    );
  });
});
