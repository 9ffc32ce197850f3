import { describe, expect, it } from '@jest/globals';
import { ACTIVITY_DAYS, activityPart } from '../../src/community/activity-part.ts';
import type { MeasuredInput } from '../../src/community/measured-input.ts';
import type { Fact, ThreadFact } from '../../src/domain/fact.ts';
import { finish } from '../../src/match/steps.ts';
import { aChange, aThread, NOW } from './interaction-facts.ts';
import { measuredInput } from './measured.ts';

const ago = (days: number) => new Date(NOW - days * 86_400_000).toISOString();

function activityOf(facts: Fact[], given: Partial<MeasuredInput> = {}) {
  return finish(activityPart(measuredInput(facts, given)));
}

function ended(type: ThreadFact['type'], openedDays: number, closedDays: number, over: Partial<ThreadFact> = {}) {
  return { ...aThread('ann', {}, openedDays), type, state: 'closed' as const, closedAt: ago(closedDays), ...over };
}

describe('activity', () => {
  it('counts by days of UTC what was opened, closed, merged and answered, and how long it waited for a word', () => {
    const { days } = activityOf([
      { ...aThread('ann', {}, 3.5), firstResponseAt: ago(1.5) },
      ended('issue', 8, 1.5, { outcome: 'completed' }),
      ended('pull', 1.6, 1.5, { outcome: 'merged' }),
      ended('pull', 400, 1.5),
      ended('discussion', 2.5, 1.4, { outcome: 'answered', assignees: ['bob'] }),
    ]);
    const on = (day: string) => days.find((one) => one.day === day);

    expect(days).toHaveLength(ACTIVITY_DAYS);
    expect(days.at(-1)?.day).toBe('2026-01-01');
    expect(on('2025-12-28')).toMatchObject({ opened: { issue: 1, pull: 0, discussion: 0 } });
    expect(on('2025-12-30')).toEqual({
      day: '2025-12-30',
      opened: { issue: 0, pull: 1, discussion: 0 },
      closed: { issue: 1, pull: 1, discussion: 0 },
      merged: 1,
      answered: 1,
      responseHours: [48],
    });
  });

  it('says what each person did on a day, but nothing of whoever is left out', () => {
    const facts = [
      aChange('ann', ['bob', 'cas'], 1.5),
      aChange('ann', ['bob'], 1.4),
      ended('discussion', 2.5, 1.4, { outcome: 'answered', assignees: ['bob'] }),
    ];
    const leftOut = (login: string) => login === 'cas';

    expect(activityOf(facts, { leftOut }).contributions).toEqual([
      { day: '2025-12-30', login: 'ann', wrote: 2, reviewed: 0, answered: 0 },
      { day: '2025-12-30', login: 'bob', wrote: 0, reviewed: 2, answered: 1 },
    ]);
  });

  it('welcomes whoever opens or writes something for the first time, not who only took part before, nor who is left out', () => {
    const facts = [
      aChange('old', [], 300),
      { ...aThread('kai', {}, 5), id: '41' },
      { ...aThread('old', { participants: ['bo'] }, 20), id: '40' },
      { ...aThread('bo', {}, 4), id: '42' },
      aChange('lia', [], 3),
      { ...aThread('shy', {}, 2), id: '43' },
      { ...aThread('x[bot]', {}, 2), id: '44' },
    ];

    expect(activityOf(facts, { leftOut: (login) => login === 'shy' }).newcomers).toEqual([
      { login: 'kai', at: ago(5), thread: { type: 'issue', id: '41' } },
      { login: 'lia', at: ago(3), thread: null },
    ]);
  });

  it('calls nobody new in the first 90 days of a history', () => {
    expect(activityOf([aChange('old', [], 89), aThread('kai', {}, 5)]).newcomers).toBeNull();
    expect(activityOf([aChange('old', [], 100), aThread('kai', {}, 5)]).newcomers).toHaveLength(1);
  });

  it('counts regulars, and tells of those who fell silent only for how long', () => {
    const often = (login: string, ages: number[]) => ages.map((age) => aChange(login, [], age));
    const part = activityOf([
      ...often('old', [600]),
      ...often('ann', [100, 50, 10]),
      ...often('bo', [200, 160, 120.5]),
      ...often('cas', [200, 160, 95]),
    ]);

    expect(part).toMatchObject({ regulars: 1, quietDays: [95, 120] });
    expect(JSON.stringify(part.quietDays)).not.toContain('bo');
  });
});
