import { describe, expect, it } from '@jest/globals';
import { type LineChart, lineChart } from '../../src/web/line-chart.ts';

const axis = { name: 'share', from: 0, to: 1, ticks: [{ at: 0.5, label: '50%' }] };

function aChart(given: Partial<LineChart>): LineChart {
  const rest = { id: 'c', title: 'Title', description: 'What it shows', width: 298, height: 180 };
  return { ...rest, x: axis, y: axis, lines: [], ...given };
}

function drawn(given: Partial<LineChart>): string {
  return lineChart(aChart(given)).markup;
}

describe('a line chart', () => {
  it('puts the ends of the axes at the ends of the plot', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0.5, y: 0.5 },
      { x: 1, y: 1 },
    ];

    // 298 wide less 68 and 30 for the edges, 180 high less 34 and 46.
    expect(drawn({ lines: [{ name: 'a', look: 'ideal', points }] })).toContain(
      '<path class="line" d="M68,134L168,84L268,34"/>',
    );
  });

  it('marks points with what is told of them, but not those of an ideal', () => {
    const points = [{ x: 0.5, y: 0.5, told: 'half', label: 'here', radius: 6 }];

    expect(drawn({ lines: [{ name: 'a', look: 'main', points }] })).toContain(
      '<circle cx="168" cy="84" r="6"><title>half</title></circle><text class="mark" x="175" y="77">here</text>',
    );
    expect(drawn({ lines: [{ name: 'a', look: 'ideal', points }] })).not.toContain('<circle');
  });

  it('says what it shows to those who do not see it', () => {
    const markup = drawn({});

    expect(markup).toContain('role="img" aria-labelledby="c-title c-told"');
    expect(markup).toContain('<title id="c-title">Title</title>');
    expect(markup).toContain('<desc id="c-told">What it shows</desc>');
  });

  it('escapes names', () => {
    expect(drawn({ title: '</svg><script>', lines: [{ name: '<b>', look: 'main', points: [] }] })).not.toMatch(
      /<script|<b>/,
    );
  });

  it('draws an axis without a span, and no value that is none', () => {
    const x = { ...axis, from: 3, to: 3 };
    const points = [
      { x: 3, y: 0.5 },
      { x: 3, y: Number.NaN },
    ];

    const markup = drawn({ x, lines: [{ name: 'a', look: 'main', points }] });

    expect(markup).toContain('cx="68" cy="84"');
    expect(markup.match(/<circle/g)).toHaveLength(1);
    expect(markup).not.toContain('NaN');
  });

  it('breaks the line where nothing is known', () => {
    const points = [0, 0.25, 0.5, 0.75, 1].map((x) => ({ x, y: x === 0.5 ? null : 1 }));

    expect(drawn({ lines: [{ name: 'a', look: 'main', points }] })).toContain('d="M68,34L118,34M218,34L268,34"');
  });

  it('draws a band between what a value lies between', () => {
    const points = [0, 1].map((x) => ({ x, low: 0.25, high: 0.75 }));

    expect(drawn({ bands: [{ name: 'a', look: 'main', points }] })).toContain(
      '<path class="band main" d="M68,59L268,59L268,109L68,109Z"/>',
    );
  });

  it('draws bars from 0, and marks what stands out', () => {
    const points = [{ x: 0.5, y: 0.5, told: 'a week', marked: true }];

    expect(drawn({ bars: [{ name: 'a', look: 'main', width: 0.2, points }] })).toContain(
      '<rect class="marked" x="148" y="84" width="40" height="50"><title>a week</title></rect>',
    );
  });

  it('names a line and its band once', () => {
    const line = { name: 'queue', look: 'main' as const, points: [] };

    expect(drawn({ lines: [line], bands: [line] }).match(/>queue</g)).toHaveLength(1);
  });
});
