import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type RepositoryConfig } from '../../src/config/repository-config.ts';
import type { SettledCounts } from '../../src/domain/suggested-item.ts';
import { acceptanceOf, isSilent } from '../../src/triage/acceptance.ts';
import { seededChance } from '../demo/community/seeded-random.ts';

function counts(over: Partial<SettledCounts['outcomes']>, of: Partial<SettledCounts> = {}): SettledCounts {
  const outcomes = { accepted: 0, changed: 0, rejected: 0, ignored: 0, undone: 0, ...over };
  return { kind: 'label', label: 'bug', outcomes, promised: 0, ...of };
}

function silence(one: SettledCounts, acceptance: Partial<RepositoryConfig['acceptance']> = {}) {
  const config = { ...defaultConfig, acceptance: { ...defaultConfig.acceptance, ...acceptance } };
  return acceptanceOf([one], config)[0]?.silent;
}

describe('acceptanceOf', () => {
  it('tells the share that was accepted beside what was promised, of a kind as a whole and of each label', () => {
    const docs = counts({ accepted: 1, rejected: 1 }, { label: 'docs', promised: 1.8 });

    const [labels, bug, ...more] = acceptanceOf(
      [counts({ accepted: 7, changed: 1, ignored: 10 }, { promised: 7.2 }), docs],
      defaultConfig,
    );

    expect(labels).toMatchObject({ kind: 'label', label: null, judged: 20, decided: 10, accepted: 0.8, silent: null });
    expect(labels?.promised).toBeCloseTo(0.9);
    expect(labels?.minPrecision).toBe(0.8);
    expect(labels?.interval.low).toBeLessThan(0.8);
    expect(labels?.interval.high).toBeGreaterThan(0.8);
    expect(bug).toMatchObject({ label: 'bug', judged: 18, decided: 8, accepted: 0.875 });
    expect(more).toMatchObject([{ label: 'docs', accepted: 0.5 }]);
  });

  it('has no share where nobody decided anything', () => {
    expect(acceptanceOf([counts({ ignored: 3 })], defaultConfig)[0]).toMatchObject({ accepted: null, promised: null });
  });

  it.each<[string, SettledCounts, ReturnType<typeof silence>]>([
    ['speaks while few were judged', counts({ changed: 19 }), null],
    ['is silent once surely less is accepted than the floor', counts({ accepted: 1, changed: 19 }), 'seldom-accepted'],
    ['speaks while it may still be above the floor', counts({ accepted: 4, changed: 16 }), null],
    ['speaks where most is ignored, as long as something is decided', counts({ accepted: 4, ignored: 60 }), null],
    ['is silent once surely hardly anything is decided', counts({ ignored: 80 }), 'seldom-heeded'],
    ['speaks while that is not sure', counts({ ignored: 60 }), null],
    ['counts what was undone and rejected', counts({ rejected: 10, undone: 10 }), 'seldom-accepted'],
  ])('%s', (_, one, expected) => {
    expect(silence(one)).toBe(expected);
  });

  it('never silences a repository that follows half of what is said and decides one time in ten', () => {
    for (const n of [20, 100, 1_000, 10_000]) {
      const half = { accepted: n / 2, changed: n / 2 };
      expect(silence(counts(half))).toBeNull();
      expect(silence(counts({ ...half, ignored: 9 * n }))).toBeNull();
    }
  });

  it('comes back when what it would have said is what people do', () => {
    expect(silence(counts({ accepted: 1, changed: 19 }))).toBe('seldom-accepted');
    expect(silence(counts({ accepted: 11, changed: 19 }))).toBeNull();
  });

  it('is never silent where the floors are 0', () => {
    expect(silence(counts({ rejected: 1_000, ignored: 99_000 }), { floor: 0, heeded: 0 })).toBeNull();
  });

  it('never silences related content, of which people do not say what they made', () => {
    expect(silence(counts({ changed: 100 }, { kind: 'related', label: null }))).toBeNull();
  });
});

describe('two years of four decisions a day', () => {
  /** Days of which it is silent, by what was decided in the 90 days before each. */
  function silentDays(shareOn: (day: number) => number): number[] {
    const chance = seededChance(7);
    const accepted: number[] = [];
    const days = Array.from({ length: 730 }, (_, day) => day);
    return days.filter((day) => {
      accepted.push(Array.from({ length: 4 }, () => chance.next()).filter((one) => one < shareOn(day)).length);
      const lately = accepted.slice(-90);
      const yes = lately.reduce((sum, one) => sum + one, 0);
      return silence(counts({ accepted: yes, changed: 4 * lately.length - yes })) !== null;
    });
  }

  it('are never silent where people accept half', () => {
    expect(silentDays(() => 0.5)).toEqual([]);
  });

  it('fall silent where they accept one in ten, and speak again within a season of their coming round', () => {
    const silent = silentDays((day) => (day < 365 ? 0.1 : 0.8));

    expect(silent[0]).toBeLessThan(15);
    expect(silent).toContain(364);
    expect(silent.at(-1)).toBeLessThan(365 + 45);
  });
});

describe('isSilent', () => {
  it('holds for one label alone, in any spelling', () => {
    const good = counts({ accepted: 50 }, { label: 'docs' });
    const acceptance = acceptanceOf([counts({ changed: 20 }), good], defaultConfig);

    expect(isSilent(acceptance, { kind: 'label', subject: 'Bug' })).toBe(true);
    expect(isSilent(acceptance, { kind: 'label', subject: 'docs' })).toBe(false);
    expect(isSilent(acceptance, { kind: 'assignee', subject: 'bug' })).toBe(false);
  });

  it('holds for everything of a kind', () => {
    const acceptance = acceptanceOf([counts({ changed: 20 }, { kind: 'assignee', label: null })], defaultConfig);

    expect(isSilent(acceptance, { kind: 'assignee', subject: 'ada' })).toBe(true);
  });
});
