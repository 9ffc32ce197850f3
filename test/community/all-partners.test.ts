import { describe, expect, it } from '@jest/globals';
import { allPartners } from '../../src/community/all-partners.ts';
import { type PartnersPart, partnersPart } from '../../src/community/partners-part.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { finish } from '../../src/match/steps.ts';
import { aChange, aThread } from './interaction-facts.ts';
import { measuredInput } from './measured.ts';

const partOf = (facts: Fact[]): PartnersPart => finish(partnersPart(measuredInput(facts)));
const at = (login: string, organisation: string): Fact => ({ kind: 'person', login, organisation, bot: false });

const engine = partOf([
  at('ann', 'Acme'),
  aChange('ann', [], 0, ['src/queue/a.ts']),
  aChange('ann', [], 0, ['src/queue/b.ts']),
  { ...aThread('ann', {}, 9), title: 'Queue', state: 'closed', closedAt: '2025-12-31T00:00:00Z', outcome: 'completed' },
]);
const web = partOf([
  at('Ann', '@acme'),
  at('bob', 'Globex'),
  aChange('Ann', [], 0, ['src/page/a.ts']),
  aChange('bob', [], 0, ['src/page/b.ts']),
  aChange('bob', [], 0, ['lib/queue.ts']),
  { ...aThread('bob', {}, 0), title: 'The queue is stuck' },
]);

describe('partners over all repositories', () => {
  it('are told once, with where they work', () => {
    const { organisations, repositories } = allPartners([
      { repository: 'acme/engine', part: engine },
      { repository: 'acme/web', part: web },
    ]);

    expect(repositories).toBe(2);
    expect(organisations.map(({ name, people, changes, last }) => ({ name, people, changes, last }))).toEqual([
      { name: 'Acme', people: 1, changes: 3, last: 3 },
      { name: 'Globex', people: 1, changes: 2, last: 2 },
    ]);
    expect(organisations[0]?.repositories).toEqual([
      { repository: 'acme/engine', share: 1 },
      { repository: 'acme/web', share: 1 / 3 },
    ]);
  });

  it('share skills of what waits in one of them', () => {
    const { skills } = allPartners([
      { repository: 'acme/engine', part: engine },
      { repository: 'acme/web', part: web },
    ]);

    expect(skills.map(({ name, needs, haves }) => [name, needs[0]?.repository, haves[0]?.repository])).toEqual([
      ['queue', 'acme/web', 'acme/engine'],
    ]);
  });

  it('draw on nothing but the repositories that are given', () => {
    const told = JSON.stringify(allPartners([{ repository: 'acme/engine', part: engine }]));

    expect(told).not.toMatch(/web|Globex|bob/);
    expect(allPartners([])).toEqual({ repositories: 0, organisations: [], skills: [] });
  });
});
