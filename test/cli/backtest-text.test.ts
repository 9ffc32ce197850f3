import { describe, expect, it } from '@jest/globals';
import { backtestText } from '../../src/cli/backtest-text.ts';
import { aComparison, aLabelsReport, aPerson, aReport, someScores } from '../comment/sample-report.ts';

describe('a back-test on the terminal', () => {
  it('begins with what was asked and the sentences that matter', () => {
    const [first, , second] = backtestText('pack.jsonl', aReport()).split('\n');

    expect(first).toBe('reviewers: 1,000 questions of pack.jsonl, forward in time, 2025-01-02 to 2025-12-30');
    expect(second).toMatch(/^At minPrecision 0\.5, the default, CommScore would have spoken on 55%/);
  });

  it('sets the naive answers below its own', () => {
    const text = backtestText('pack.jsonl', aReport());

    expect(text).toMatch(/^CommScore +0\.550 +0\.650 +0\.750 +0\.600 +0\.550$/m);
    expect(text).toMatch(/^path owners +0\.400/m);
    expect(text).toMatch(/^0\.50 default +55% +550 +73% +50% +600 of 825$/m);
  });

  it('shows the worst directories first, and cuts long lists with a count', () => {
    const directories = Array.from({ length: 14 }, (_, n) => ({
      path: `src/${n}`,
      questions: 30,
      top1: 0.5,
      mrr: 0.9 - n / 100,
    }));
    const people = Array.from({ length: 40 }, (_, n) => aPerson(`person ${n}`));

    const text = backtestText('pack.jsonl', aReport({ directories, people }));

    expect(text).toMatch(/^DIRECTORIES, WORST FIRST\n.*\nsrc\/13 /m);
    expect(text).toContain('and 4 more directories that do better');
    expect(text).toContain('and 25 more people less often right');
  });

  it('tells what spreading knowledge brings and costs, and where the answers come from', () => {
    const outcome = { filesAtRisk: 1200, gini: 0.61, scores: someScores(1000, 0.55) };
    const spread = {
      filesAtRisk: 1500,
      giniOfReviews: 0.7,
      off: outcome,
      on: { ...outcome, filesAtRisk: 1100, gini: 0.58 },
    };

    const text = backtestText('clone', aReport({ spread, evidence: [{ kind: 'merged', changes: 90 }] }));

    expect(text).toMatch(/^spreadKnowledge: true +1,100 +0\.580 +0\.550 +0\.600$/m);
    expect(text).toContain('90 changes came in a branch that somebody else merged');
  });

  it('fits 100 columns, whatever people and directories are called', () => {
    const long = 'x'.repeat(5000);
    const people = [{ ...aPerson(`\u001b[2J${long}`), right: 123_456, suggested: 123_456 }];
    const directories = [long, `${long}/b`].map((path) => ({ path, questions: 30, top1: 0.5, mrr: 0.5 }));

    const lines = backtestText('pack.jsonl', aReport({ people, directories })).split('\n');

    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(100);
    expect(lines.join('')).not.toContain('\u001b');
  });

  it('leaves out what a task does not have', () => {
    const report = aReport({ task: 'related', shown: null, calibrationError: null, tenths: [], naive: null });

    const text = backtestText('pack.jsonl', report);

    expect(text).not.toContain('minPrecision');
    expect(text).not.toContain('PROBABILITIES');
  });

  it('gives the classification report of labels, with averages after a cut list', () => {
    const names = Array.from({ length: 30 }, (_, n) => `label ${n}`);

    const text = backtestText('pack.jsonl', aReport({ task: 'labels', labels: aLabelsReport(names) }));

    expect(text).toMatch(
      /^LABELS AS SHOWN BY DEFAULT\nEach from where it was right 50% of the time before, at most 2 at once/m,
    );
    expect(text).toMatch(
      /^label 19 +0\.750 +0\.800 +0\.774 +10 +11 +0\.700 +0\.830\nand 10 more labels with less support/m,
    );
    expect(text).toMatch(/^micro average +0\.710 +0\.800 +0\.774 +10\nmacro average +0\.720/m);
    expect(text.indexOf('LABELS AS SHOWN')).toBeLessThan(text.indexOf('LABELS BY WHAT IS PUT FIRST'));
    expect(text).not.toContain('MOST OFTEN RIGHT FIRST');
  });

  it('tells what is found by kind of content', () => {
    const found = { questions: 40, recall1: 0.1, recall3: 0.2, recall5: 0.3, recall10: 0.4, mrr: 0.15 };

    const text = backtestText('pack.jsonl', aReport({ task: 'related', retrieval: [{ kind: 'thread', ...found }] }));

    expect(text).toMatch(/^threads +40 +0\.100 +0\.200 +0\.300 +0\.400 +0\.150$/m);
  });

  it('sets a model of one’s own below the embedded one', () => {
    const text = backtestText('pack.jsonl', aReport({ task: 'labels', model: aComparison() }));

    expect(text).toMatch(/^CommScore +0\.500 .*\nacme\/labels +0\.600/m);
    expect(text).toContain('acme/labels answered 200 of the newest 200 questions.');
  });

  it('says why a model did not answer', () => {
    const told = (comparison: Parameters<typeof aComparison>[0]) =>
      backtestText('pack.jsonl', aReport({ model: aComparison({ answered: 0, ...comparison }) })).replace(/\n/g, ' ');

    expect(told({ problem: { kind: 'not-configured' } })).toContain('no server is configured. Set HF_LABELS_URL');
    expect(told({ problem: { kind: 'no-answer', because: 'the server failed' } })).toContain(
      'answered 0 of the newest 200 questions: the server failed.',
    );
  });

  it('fits 100 columns, whatever labels and models are called', () => {
    const long = `\u001b[2J${'界'.repeat(500)}`;
    const labels = aLabelsReport([long, 'x'.repeat(5000)]);
    const model = aComparison({ model: 'x'.repeat(200), strangeLabels: [`\u001b[2J${'y '.repeat(100)}`] });

    const lines = backtestText('pack.jsonl', aReport({ task: 'labels', labels, model })).split('\n');

    expect(Math.max(...lines.map((line) => [...line.replace(/[\u4e00-\u9fff]/g, 'xx')].length))).toBeLessThanOrEqual(
      100,
    );
    expect(lines.join('')).not.toContain('\u001b');
  });
});
