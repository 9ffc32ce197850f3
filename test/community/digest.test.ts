import { describe, expect, it } from '@jest/globals';
import { activityPart } from '../../src/community/activity-part.ts';
import { digestOf, digestRules, isQuiet } from '../../src/community/digest.ts';
import { digestWithout } from '../../src/community/digest-without.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';
import { DAY_MS } from '../../src/match/decay.ts';
import { finish } from '../../src/match/steps.ts';
import { sampleDigest } from '../comment/sample-digest.ts';
import { aChange } from './interaction-facts.ts';
import { measuredInput } from './measured.ts';

const period = { cadence: 'weekly' as const, from: '2026-11-16', to: '2026-11-23' };
const config = digestRules(defaultConfig);

describe('a digest', () => {
  it('says nothing of what was not measured', () => {
    const digest = digestOf({ period, parts: {}, acceptance: [], before: null, config });

    expect(digest).toEqual({
      ...{ period, moved: null, newcomers: [], waits: null, risks: null, forecast: null, milestones: [] },
      ...{ advice: [], acceptance: [], ranking: null },
    });
    expect(isQuiet(digest)).toBe(true);
  });

  it('takes for newly silent who passed half of the configured silence in the period', () => {
    const often = (login: string, ages: number[]) => ages.map((age) => aChange(login, [], age));
    const facts = [
      ...often('old', [600]),
      ...often('bo', [200, 160, 120]),
      ...often('cas', [110, 70, 33]),
      ...often('di', [150, 90, 50]),
    ];
    const { people } = defaultConfig;
    const quietWith = (inactiveAfterDays: number) => {
      const own = { ...defaultConfig, people: { ...people, inactiveAfter: inactiveAfterDays * DAY_MS } };
      const activity = finish(activityPart(measuredInput(facts, { config: own })));
      const digest = digestOf({
        ...{ period, acceptance: [], before: null },
        parts: { activity },
        config: digestRules(own),
      });
      return digest.risks?.quiet;
    };

    expect(quietWith(180)).toEqual({ all: 1, fresh: 0, regulars: 2 });
    expect(quietWith(60)).toEqual({ all: 3, fresh: 1, regulars: 0 });
  });

  it('keeps what happened without the names of some', () => {
    let people = 0;
    const digest = sampleDigest(() => `person-${people++}`);
    const left = digestWithout(digest, (login) => login.startsWith('person-'));

    expect(left.newcomers).toEqual([]);
    expect(left.ranking).toEqual([]);
    expect(left.waits?.threads.flatMap(({ reviewers }) => reviewers)).toEqual([]);
    expect(left.waits?.byTurn).toEqual(digest.waits?.byTurn);
    expect(left.moved).toEqual(digest.moved);
  });
});
