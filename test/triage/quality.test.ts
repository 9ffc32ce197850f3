import { describe, expect, it } from '@jest/globals';
import { madeUpCommunity } from '../../bench/made-up-community.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { finish } from '../../src/match/steps.ts';
import { backtestHistory } from '../../src/triage/backtest-history.ts';
import { labelThresholds } from '../../src/triage/label-thresholds.ts';
import { qualityOf } from '../../src/triage/quality.ts';
import { rehearse, rehearseLater } from '../../src/triage/rehearse.ts';

const facts = madeUpCommunity({ people: 20, interactions: 200, circles: 2 });
const NOW = new Date('2026-01-01T00:00:00Z');

describe('the quality of answers on a history', () => {
  it('is told of each task with enough questions, and names nobody', () => {
    const part = finish(qualityOf(facts, defaultConfig, { questions: 25, learnEvery: 1 }));

    expect(part.reports.map(({ task, scores }) => [task, scores.questions])).toEqual([
      ['reviewers', 25],
      ['assignees', 25],
      ['labels', 25],
    ]);
    expect(JSON.stringify(part)).not.toContain('person-');
    expect(JSON.parse(JSON.stringify(part))).toEqual(part);
  });

  it('is that of the back-test where everything is learnt at once', () => {
    const { reports } = finish(qualityOf(facts, defaultConfig, { questions: 25, learnEvery: 1 }));
    const { scores, tenths, shown } = backtestHistory([...facts], { task: 'labels', questions: 25 });

    expect(reports.find(({ task }) => task === 'labels')).toMatchObject({ scores, tenths, shown });
  });

  it('holds no report of a history that is too short', () => {
    expect(finish(qualityOf(facts.slice(0, 20), defaultConfig))).toMatchObject({ reports: [], thresholds: [] });
  });

  it('rests between questions', () => {
    let rests = 0;
    for (const _ of qualityOf(facts, defaultConfig, { questions: 25, learnEvery: 25 })) rests++;

    expect(rests).toBeGreaterThan(75);
  });
});

describe('thresholds in force', () => {
  it('are the lowest probability with which a label was shown, and how often that was right', () => {
    const bug = (probability: number, precision: number) => ({ name: 'bug', probability, precision });
    const questions = [
      { right: new Set(['bug']), given: [bug(0.9, 0.95)] },
      { right: new Set(['docs']), given: [bug(0.6, 0.85), { name: 'docs', probability: 0.3, precision: 0.4 }] },
      { right: new Set(['bug']), given: [bug(0.5, 0.7)] },
    ];

    expect(labelThresholds(questions, { minPrecision: 0.8, max: 3 })).toEqual([
      { label: 'bug', from: 0.6, right: 2, shown: 2, hits: 1 },
      { label: 'docs', from: null, right: 1, shown: 0, hits: 0 },
    ]);
  });
});

describe('a rehearsal', () => {
  const repository = { installationId: 1, owner: 'acme', repo: 'app' };
  const job = { kind: 'rehearse' as const, id: 'r', repository };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const stored = (known: Fact[]) => known.map((fact, at) => ({ seq: at + 1, kind: fact.kind, id: String(at), fact }));

  function portsWith({ begun = 7 as number | null, last = null as string | null } = {}) {
    const saved: unknown[] = [];
    const queued: unknown[] = [];
    const ports = {
      github: { readConfig: async () => ({ config: defaultConfig, problems: [] }) },
      store: {
        factsAfter: async (_: unknown, seq: number, limit: number) =>
          stored(facts.slice(0, 60))
            .filter((fact) => fact.seq > seq)
            .slice(0, limit),
        beginMeasuring: async () => begun,
        saveMeasurement: async (_: unknown, part: string, { at, begun: since }: { at: string; begun: number }) =>
          void saved.push([part, at, since]),
        measuredAt: async () => last,
      },
      queue: { add: async (added: { kind: string }, { key }: { key: string }) => void queued.push([added.kind, key]) },
      clock: () => NOW,
      log,
    };
    return { ports, saved, queued };
  }

  it('keeps what it found, unless the repository is gone', async () => {
    const [here, gone] = [portsWith(), portsWith({ begun: null })];

    await rehearse(job, here.ports);
    await rehearse(job, gone.ports);

    expect(here.saved).toEqual([['quality', NOW.toISOString(), 7]]);
    expect(gone.saved).toEqual([]);
  });

  it('is queued after a measuring where the last one is a week old or there is none', async () => {
    const measured = { kind: 'measure' as const, id: 'm', repository };
    const queuedWith = async (last: string | null, after: Parameters<typeof rehearseLater>[0] = measured) => {
      const { ports, queued } = portsWith({ last });
      await rehearseLater(after, ports);
      return queued;
    };

    expect(await queuedWith(null)).toEqual([['rehearse', 'rehearse acme/app']]);
    expect(await queuedWith('2025-12-20T00:00:00Z')).toHaveLength(1);
    expect(await queuedWith('2025-12-30T00:00:00Z')).toEqual([]);
    expect(await queuedWith(null, job)).toEqual([]);
  });
});
