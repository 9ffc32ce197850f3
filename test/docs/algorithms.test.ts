import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { caseFigures, matchingFigures } from '../../bench/paper-case.ts';
import { completionChance, completionShares } from '../../src/community/completion.ts';
import { cooperation, type Help } from '../../src/community/cooperation.ts';
import { demand } from '../../src/community/demand.ts';
import { difficulty, type TaskCost } from '../../src/community/difficulty.ts';
import { directoryRisks, knowledgeIn } from '../../src/community/directory-knowledge.ts';
import { completionWeeks, forecast, forecastOf } from '../../src/community/forecast.ts';
import { gini } from '../../src/community/gini.ts';
import { type AreaAct, interests } from '../../src/community/interest.ts';
import { personAreas } from '../../src/community/person-areas.ts';
import { quartiles } from '../../src/community/quartiles.ts';
import { INACTIVE_DAYS } from '../../src/community/silence.ts';
import { weeklyWork } from '../../src/community/weekly-work.ts';
import type { ChangeFact } from '../../src/domain/fact.ts';
import { matchShares, readiness } from '../../src/match/match-shares.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { skills } from '../../src/match/skill.ts';
import { finish } from '../../src/match/steps.ts';
import { needsMetBy } from '../match/needs-met-by.ts';

const PAGE = new URL('../../docs/algorithms.md', import.meta.url);
const page = readFileSync(PAGE, 'utf8');

/** As the page writes a figure. */
function said(name: string, value: number | null | undefined): string {
  return `${name} = ${value?.toFixed(3)}`;
}

describe('examples of docs/algorithms.md', () => {
  it('work out interest', () => {
    const act: AreaAct = { person: 1, area: 'src', kind: 'changed', share: 1, ageDays: 0 };
    const found = interests([
      act,
      { ...act, kind: 'reviewed', ageDays: 180 },
      { ...act, area: 'docs', share: 0.5 },
      { ...act, person: 2, area: 'docs', kind: 'opened' },
      { ...act, person: 2, area: 'docs', kind: 'joined', ageDays: 180 },
    ]);

    expect(page).toContain(said('I(ann, src) ', found.get('src')?.get(1)));
    expect(page).toContain(said('I(ann, docs)', found.get('docs')?.get(1)));
    expect(page).toContain(said('I(bob, docs)', found.get('docs')?.get(2)));
  });

  it('work out skill', () => {
    expect(page).toContain(said('S(ann, k)', skills(needsMetBy({ path: [3, 1], label: [0] })).get(1)));
    expect(page).toContain(said('S(bob, k)', skills(needsMetBy({ path: [1, 1], label: [1] })).get(1)));
  });

  it('work out what somebody knows', () => {
    const act: AreaAct = { person: 1, area: 'directory:src', kind: 'changed', share: 1, ageDays: 0 };
    const found = finish(personAreas([act, { ...act, kind: 'reviewed', share: 0.5, ageDays: 180 }]));

    expect(page).toContain(said('knows(ann, src)', found.get(1)?.skills[0]?.skill));
  });

  it('work out demand', () => {
    expect(page).toContain(said('D(bug)', demand([{ ageDays: 0 }, { ageDays: 180 }], [0, 0, 180, 180], 180).weeks));
  });

  it('work out difficulty', () => {
    const cost = (days: number, people: number): TaskCost => ({ days, people, files: null });
    const all = [cost(1, 1), cost(2, 2), cost(4, 2), cost(6, 3), cost(9, 3)];

    expect(page).toContain(said('T(k)', difficulty([cost(2, 3), cost(6, 3)], all).score));
  });

  it('work out how the work stands', () => {
    const found = quartiles([2, 4, 10]);
    const middle = [found?.lower, found?.median, found?.upper].map((days) => days?.toFixed(3)).join(', ');
    const { median, lower, upper } = forecast(10, [4, 4, 4], 1);

    expect(page).toContain(`quartiles of 2, 4, 10 = ${middle}`);
    expect(page).toContain(said('Gini', gini([0, 1, 2])));
    expect(page).toContain(`${said('weeks', median)} (80 %: ${lower?.toFixed(3)} to ${upper?.toFixed(3)})`);
  });

  it('work out when a milestone is done', () => {
    const runs = completionWeeks(6, { weeks: [2, 2, 2] }, 1);
    const chanceIn = (days: number) => runs.filter((weeks) => 7 * weeks <= days).length / runs.length;
    const chances = `chance in 21 days = ${chanceIn(21).toFixed(3)}, in 20 days = ${chanceIn(20).toFixed(3)}`;

    expect(page).toContain(`${said('weeks', forecastOf(runs).median)}, ${chances}`);
  });

  it('work out a week', () => {
    const time = Date.parse('2026-11-16T12:00:00Z');
    const open = { id: '1', type: 'discussion', time, standing: 'open', closedAt: null } as const;
    const threads = [12, 24, 96].map((hours) => ({ ...open, firstResponseAt: time + hours * 3_600_000 }));
    const [week] = finish(weeklyWork(threads, Date.parse('2026-11-25T00:00:00Z')));

    expect(page).toContain(said('median days of the week', week?.days.response ?? null));
  });

  it('work out who holds the knowledge', () => {
    const time = '2026-01-01T00:00:00Z';
    const change: ChangeFact = {
      ...{ kind: 'change', id: 'c1', time, author: 'ann', reviewers: ['bob'], title: '', body: '' },
      files: [{ path: 'src/a.ts', added: 1, deleted: 0 }],
    };
    const model = createRepositoryModel();
    model.learn(change);
    model.learn({ ...change, id: 'c2', reviewers: [], files: [{ path: 'src/b.ts', added: 1, deleted: 0 }] });
    const work = model.work(Date.parse(time));
    const [all] = finish(directoryRisks(work, finish(knowledgeIn(work, INACTIVE_DAYS))));

    expect(page).toContain(`bus factor = ${all?.busFactor}, files at risk = ${all?.filesAtRisk}`);
  });

  it('work out match', () => {
    const free = readiness({ idleDays: 0, available: 1, openLoad: 0, capacity: 5 });
    const busy = readiness({ idleDays: 180, available: 1, openLoad: 2, capacity: 5 });
    const [ann, bob] = matchShares([
      { skill: 0.6, readiness: free },
      { skill: 0.2, readiness: busy },
    ]);

    expect(page).toContain(said('S_ann', ann));
    expect(page).toContain(said('S_bob', bob));
  });

  it('work out completion', () => {
    const task = { finished: true, likeness: 1, ageDays: 0 };
    const record = [task, { ...task, likeness: 0.5, ageDays: 180 }, { ...task, finished: false }];
    const chances = [completionChance(record), completionChance([])];
    const [ann, bob] = completionShares(chances, 0.65);

    expect(page).toContain(said('C(ann, k)', chances[0]));
    expect(page).toContain(said('C(bob, k)', chances[1]));
    expect(page).toContain(said('C_k of ann', ann));
    expect(page).toContain(said('C_k of bob', bob));
  });

  it('work out cooperation', () => {
    const review = (from: number, to: number): Help => ({ from, to, kind: 'reviewed', ageDays: 0 });
    const found = cooperation([review(1, 2), review(2, 1), ...[3, 3, 3].map((cas) => review(1, cas)), review(3, 1)]);

    expect(page).toContain(said('C_ann', found.get(1)));
    expect(page).toContain(said('C_bob', found.get(2)));
    expect(page).toContain(said('C_cas', found.get(3)));
  });
});

describe("the paper's case in docs/algorithms.md", () => {
  it.each([
    ['figures', caseFigures],
    ['matching', matchingFigures],
  ])('has the %s that its seed gives (UPDATE_DOCS=1 rewrites them)', (name, figures) => {
    const told = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*(<!-- /${name} -->)`);
    const now = readFileSync(PAGE, 'utf8');
    const rewritten = now.replace(told, (_, start, end) => `${start}\n${figures()}\n\n${end}`);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, rewritten);

    expect(now).toMatch(told);
    expect(now).toBe(rewritten);
  });
});
