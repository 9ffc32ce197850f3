import type { MeasuredInput } from '../../src/community/measured-input.ts';
import { weekAfter } from '../../src/community/week-of.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { Fact, ThreadFact, WeekTones } from '../../src/domain/fact.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';

/** A Wednesday. */
export const AT = Date.parse('2026-11-25T12:00:00Z');
export const THIS_WEEK = '2026-11-23';

/** The Monday so many weeks before the present one. */
export const weeksAgo = (weeks: number) => weekAfter(THIS_WEEK, -weeks);

export function toneThread(id: number, tones: WeekTones[] | undefined, over: Partial<ThreadFact> = {}): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id: String(id),
    time: `${weeksAgo(60)}T00:00:00Z`,
    author: 'ann',
    title: `Thread ${id}`,
    body: '',
    labels: [],
    assignees: [],
    participants: ['ann', 'bob', 'cas'],
    state: 'open',
    closedAt: null,
    outcome: null,
    ...(tones && { tones }),
    ...over,
  };
}

export function heard(ago: number, comments: number, negative = 0, toxic = 0): WeekTones {
  return { week: weeksAgo(ago), comments, negative, toxic };
}

/** A quiet year: four threads of five comments each week, one of the twenty displeased. */
export function quietYear(): ThreadFact[] {
  return Array.from({ length: 4 * 60 }, (_, n) =>
    toneThread(1 + n, [heard(Math.floor(n / 4), 5, n % 4 === 0 ? 1 : 0)], { labels: n % 2 === 0 ? ['bug'] : ['docs'] }),
  );
}

export function measuredAt(facts: readonly Fact[], at = AT): MeasuredInput {
  const model = createRepositoryModel();
  for (const fact of facts) model.learn(fact);
  return {
    work: model.work(at),
    threads: facts.filter((fact) => fact.kind === 'thread'),
    documents: [],
    persons: [],
    config: defaultConfig,
    settings: new Map(),
    leftOut: () => false,
  };
}

/** Five threads of a label on which twelve of thirty comments are displeased, two weeks ago. */
export function outburst(over: Partial<ThreadFact> = {}): ThreadFact[] {
  return [3, 3, 2, 2, 2].map((negative, n) =>
    toneThread(1_000 + n, [heard(2, 6, negative)], { labels: ['area: login'], ...over }),
  );
}
