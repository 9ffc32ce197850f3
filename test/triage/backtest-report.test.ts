import { describe, expect, it } from '@jest/globals';
import { backtestReport } from '../../src/triage/backtest-report.ts';
import { aQuestion } from './a-question.ts';

const nothing = { evidence: [], spread: null };

describe('the report of a back-test', () => {
  it('is of the questions that count', () => {
    const report = backtestReport(
      'reviewers',
      [
        aQuestion({ ann: 0.9 }, ['bob'], { counted: false, known: 3 }),
        aQuestion({ ann: 0.9 }, ['ann'], { time: 1000, answerable: false }),
      ],
      nothing,
    );

    expect(report).toMatchObject({
      from: '1970-01-01T00:00:01.000Z',
      to: '1970-01-01T00:00:01.000Z',
      scores: { questions: 1, top1: 1 },
      unanswerable: 1,
      shown: { max: 2, minPrecision: 0.5 },
    });
    expect(report.calibrationError).toBeCloseTo(0.1, 12);
    expect(report.people.map(({ name }) => name)).toEqual(['ann']);
  });

  it('promises nothing of related content', () => {
    const report = backtestReport('related', [aQuestion({ 7: 0 }, ['7'])], nothing);

    expect(report).toMatchObject({
      naive: null,
      calibrationError: null,
      tenths: [],
      shown: null,
      people: [],
      coldStart: [],
    });
  });

  it('leaves CODEOWNERS out where it names nobody that the history knows', () => {
    const naive = (owner: string) =>
      new Map([
        ['most-active' as const, ['ann']],
        ['codeowners' as const, [owner]],
      ]);
    const kinds = (owner: string) =>
      backtestReport('reviewers', [aQuestion({}, ['ann'], { naive: naive(owner) })], nothing).baselines.map(
        ({ kind }) => kind,
      );

    expect(kinds('ann')).toEqual(['most-active', 'codeowners']);
    expect(kinds('ada-lovelace')).toEqual(['most-active']);
  });

  it('tells no times where none can be read, and none of nothing', () => {
    const untimed = Array.from({ length: 60 }, () => aQuestion({ ann: 1 }, ['ann'], { time: Number.NaN }));

    expect(backtestReport('reviewers', untimed, nothing)).toMatchObject({ from: null, to: null, spans: [] });
    expect(backtestReport('reviewers', [], nothing)).toMatchObject({ from: null, scores: { questions: 0 } });
  });

  it('is plain data', () => {
    const report = backtestReport('reviewers', [aQuestion({ ann: 0.9 }, ['ann'])], nothing);

    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});
