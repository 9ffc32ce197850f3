import { describe, expect, it } from '@jest/globals';
import { presences } from '../../src/community/presence.ts';
import { aChange, aThread, workOf } from './interaction-facts.ts';

/** Standing of one who wrote changes so many days ago, in a history as long as given. */
function standing(agesDays: number[], historyDays = 600) {
  const work = workOf([aChange('old', [], historyDays), ...agesDays.map((age) => aChange('ann', [], age))]);
  return presences(work).get(work.find('ann') ?? -1)?.standing;
}

describe('presence', () => {
  it.each([
    ['newcomer', 'first seen 90 days ago', [90, 60, 30, 10]],
    ['occasional', 'first seen before and not often since', [91, 10]],
    ['regular', 'in three of six months', [100, 50, 10]],
    ['occasional', 'often, but in two months only', [100, 95, 10, 9, 8]],
    ['occasional', 'in three months that are over half a year', [300, 250, 10]],
    ['regular', 'silent for less than 90 days', [170, 130, 89]],
    ['silent', 'a regular until 120 days ago', [200, 160, 120]],
    ['silent', 'a regular until a year ago', [445, 405, 365]],
    ['gone', 'a regular until longer ago', [446, 406, 366]],
    ['gone', 'never a regular', [130, 120]],
  ])('calls %s who is %s', (expected, _, agesDays) => {
    expect(standing(agesDays)).toBe(expected);
  });

  it('calls nobody new where the history itself is', () => {
    expect(standing([80, 10], 180)).toBe('newcomer');
    expect(standing([80, 10], 179)).toBe('occasional');
  });

  it('counts what people write, review, open, take and join, each once, and no bots', () => {
    const work = workOf([
      aChange('ann', ['bob'], 20),
      aThread('bob', { assignees: ['ann'], participants: ['ann', 'cas', 'x[bot]'] }, 5),
    ]);
    const found = presences(work);
    const of = (login: string) => found.get(work.find(login) ?? -1);

    expect(of('ann')).toEqual({ standing: 'occasional', firstDays: 20, lastDays: 5, acts: 2 });
    expect(of('bob')).toEqual({ standing: 'occasional', firstDays: 20, lastDays: 5, acts: 2 });
    expect(of('cas')).toEqual({ standing: 'occasional', firstDays: 5, lastDays: 5, acts: 1 });
    expect(found.size).toBe(3);
  });
});
