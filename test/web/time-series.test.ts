import { describe, expect, it } from '@jest/globals';
import { type Series, timeSeries } from '../../src/web/time-series.ts';
import { viewOf } from '../../src/web/view.ts';
import { NOW } from './sample-data.ts';

const view = viewOf('en', {
  languageChosen: false,
  now: NOW,
  webUrl: 'https://github.com',
  version: '1',
  path: '/',
  query: new URLSearchParams(),
});

const weeks: Series = {
  name: 'First response',
  look: 'main',
  as: 'line',
  points: [
    { at: '2026-11-02T00:00:00Z', value: 4, low: 2, high: 9 },
    { at: '2026-11-09T00:00:00Z', value: null },
    { at: '2026-11-16T00:00:00Z', value: 8, low: 6, high: 11, marked: 'twice the weeks before' },
  ],
};

function drawn(series: Series[]): string {
  return timeSeries(
    { id: 'first', title: 'First response', description: 'It got slower.', unit: 'hours', series },
    view,
  ).markup;
}

describe('values over time', () => {
  it('are drawn with what they lie between, and what stands out is marked', () => {
    const markup = drawn([weeks]);

    expect(markup).toContain('<path class="band main"');
    expect(markup).toMatch(/<circle class="marked" [^>]*><title>Nov 16, 2026: 8 · twice the weeks before<\/title>/);
    expect(markup.match(/<circle/g)).toHaveLength(2);
  });

  it('stand in a table too, newest first', () => {
    expect(
      drawn([weeks]),
    ).toContain(`<tr><th scope="row"><bdi>Nov 16, 2026</bdi></th><td>8 (6 – 11) · twice the weeks before</td></tr>
<tr><th scope="row"><bdi>Nov 9, 2026</bdi></th><td></td></tr>
<tr><th scope="row"><bdi>Nov 2, 2026</bdi></th><td>4 (2 – 9)</td></tr>`);
  });

  it('may be bars, which stay within the chart', () => {
    const markup = drawn([{ ...weeks, as: 'bars' }]);
    const lefts = [...markup.matchAll(/<rect[^>]* x="([\d.]+)"/g)].map(([, left]) => Number(left));

    expect(lefts).toHaveLength(2);
    expect(Math.min(...lefts)).toBeGreaterThan(68);
  });

  it('are no error where there are none', () => {
    expect(drawn([])).not.toContain('NaN');
    expect(drawn([{ ...weeks, points: [] }])).not.toContain('NaN');
  });
});
