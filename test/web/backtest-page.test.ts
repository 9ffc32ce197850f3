import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { backtestPage } from '../../src/web/backtest-page.ts';
import { aComparison, aLabelsReport, aPerson, aReport } from '../comment/sample-report.ts';

function page(...args: Parameters<typeof backtestPage>): string {
  return backtestPage(...args).markup;
}

describe('the page of a back-test', () => {
  it('loads nothing, runs nothing and trusts only its own style', () => {
    const markup = page('acme/app', aReport());
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(markup) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');

    expect(markup).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(markup).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|url\(|@import|https?:/i);
  });

  it('shows the curves beside the tables they are made of', () => {
    const markup = page('acme/app', aReport());

    for (const chart of ['coverage-chart', 'reliability-chart', 'time-chart']) {
      expect(markup).toContain(`<title id="${chart}-title">`);
    }
    expect(markup).toContain(
      '<th scope="row"><bdi>0.50 (default)</bdi></th><td>55%</td><td>550</td><td>73%</td><td>50%</td>',
    );
    expect(markup.match(/<table>/g)).toHaveLength(5);
  });

  it('says first what matters', () => {
    expect(page('acme/app', aReport())).toContain(
      'At minPrecision 0.5, the default, CommScore would have spoken on 55%',
    );
  });

  it('shows names of people and paths as text', () => {
    const hostile = '"><img src=x onerror=alert(1)>&amp;';
    const directories = [hostile, 'b'].map((path) => ({ path, questions: 30, top1: 0.5, mrr: 0.5 }));

    const markup = page(hostile, aReport({ people: [aPerson(hostile)], directories }));

    expect(markup).not.toContain('<img');
    expect(markup.match(/&#60;img src=x onerror=alert\(1\)&#62;&#38;amp;/g)?.length).toBe(4);
  });

  it('keeps the rest of a long list for those who ask', () => {
    const people = Array.from({ length: 50 }, (_, n) => aPerson(`person ${n}`));

    expect(page('acme/app', aReport({ people }))).toContain('<summary>30 more</summary>');
  });

  it('leaves out what a task does not have', () => {
    const markup = page('acme/app', aReport({ task: 'related', shown: null, tenths: [], naive: null, spans: [] }));

    expect(markup).not.toContain('<svg');
    expect(markup).not.toContain('null');
  });

  it('has the classification report of labels, each label as text and the long tail on demand', () => {
    const names = ['<script>alert(1)</script>', ...Array.from({ length: 24 }, (_, n) => `label ${n}`)];

    const markup = page('acme/app', aReport({ task: 'labels', labels: aLabelsReport(names) }));

    expect(markup).not.toContain('<script');
    expect(markup).toContain('<th scope="row"><bdi>macro average</bdi></th><td>0.720</td><td>0.800</td><td>0.774</td>');
    expect(markup.match(/<summary>5 more<\/summary>/g)).toHaveLength(2);
    expect(markup.indexOf('id="labels-shown"')).toBeLessThan(markup.indexOf('id="labels-first"'));
  });

  it('begins with what is put first where each question has one label', () => {
    const labels = aLabelsReport(['bug'], { singleLabel: true });

    const markup = page('acme/app', aReport({ task: 'labels', labels }));

    expect(markup.indexOf('id="labels-first"')).toBeLessThan(markup.indexOf('id="labels-shown"'));
  });

  it('tells what is found by kind of content, and how a model of one’s own does', () => {
    const retrieval = [
      { kind: 'document' as const, questions: 40, recall1: 0.1, recall3: 0.2, recall5: 0.3, recall10: 0.4, mrr: 0.15 },
    ];

    const markup = page('acme/app', aReport({ task: 'related', retrieval, model: aComparison() }));

    expect(markup).toContain('<bdi>documents</bdi></th><td>40</td><td>0.100</td><td>0.200</td><td>0.300</td>');
    expect(markup).toContain('<bdi>acme/labels</bdi></th><td>0.600</td>');
  });
});
