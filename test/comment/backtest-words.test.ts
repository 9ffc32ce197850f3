import { describe, expect, it } from '@jest/globals';
import { evidenceSentences, promiseSentences, summary } from '../../src/comment/backtest-words.ts';
import { aReport } from './sample-report.ts';

describe('the summary of a back-test', () => {
  it('says in a sentence how often it would have spoken and been right', () => {
    const [byDefault, strict] = summary(aReport());

    expect(byDefault).toBe(
      'At minPrecision 0.5, the default, CommScore would have spoken on 55% of the 1,000 changes and been right in 73% of the people it showed (600 of 825).',
    );
    expect(strict).toContain('At minPrecision 0.8 it would have spoken on 25% of the 1,000 changes');
  });

  it('says when it would have stayed silent', () => {
    const report = aReport();
    const curve = report.shown?.curve.map((point) => ({ ...point, answered: 0, coverage: 0, precision: null })) ?? [];
    const shown = report.shown === null ? null : { ...report.shown, curve };

    expect(summary({ ...report, shown })[0]).toBe(
      'At minPrecision 0.5, the default, CommScore would have stayed silent on all 1,000 changes.',
    );
  });

  it('sets the first answer beside the naive ones, with how sure that is', () => {
    expect(summary(aReport())[2]).toBe(
      'What it put first was right in 55% of the changes (52% to 58%, with a certainty of 95%). Beside it: most active of late 30%, path owners 40%.',
    );
  });

  it('speaks of no threshold where there is none, and of questions that nobody could answer', () => {
    const said = summary(aReport({ task: 'related', shown: null, baselines: [], unanswerable: 7 }));

    expect(said).toEqual([
      'What it put first was right in 55% of the threads (52% to 58%, with a certainty of 95%).',
      '7 of the threads could not but be missed: no right answer had ever been seen.',
    ]);
  });
});

describe('what is said of probabilities', () => {
  it('is how far off they are, and whether minPrecision keeps its promise', () => {
    expect(promiseSentences(aReport())).toEqual([
      'Probabilities are off by 2.1 points on average (expected calibration error).',
      'At 16 settings of minPrecision 200 or more were shown. At 15 of them they were right at least as often as asked, less 5 points; at 9 as often as their probabilities said, 5 points more or less.',
    ]);
  });

  it('names the ranges that are off by more, where enough were judged', () => {
    const tenths = [
      { from: 0.2, count: 250, promised: 0.25, cameTrue: 0.1 },
      { from: 0.5, count: 250, promised: 0.55, cameTrue: 0.65 },
      { from: 0.6, count: 250, promised: 0.65, cameTrue: 0.58 },
      { from: 0.7, count: 199, promised: 0.75, cameTrue: 0.5 },
    ];

    expect(promiseSentences(aReport({ tenths })).at(-1)).toBe(
      'Off by more than 5 points where 200 or more were judged: 0.2 to 0.3, 0.5 to 0.7.',
    );
  });

  it('does not judge by a few', () => {
    const report = aReport();
    const promise = { judged: 0, kept: 0, honest: 0, atLeast: 200, within: 0.05 };
    const shown = report.shown === null ? null : { ...report.shown, promise };

    expect(promiseSentences({ ...report, shown })[1]).toContain('too few to say');
  });
});

it('tells what a clone says of who reviewed', () => {
  const evidence = [
    { kind: 'trailer' as const, changes: 1200 },
    { kind: 'committed' as const, changes: 3 },
  ];

  expect(evidenceSentences(aReport({ evidence }))).toEqual([
    '1,200 changes say it in a line such as Reviewed-by',
    '3 changes were committed by somebody else than their author',
  ]);
});
