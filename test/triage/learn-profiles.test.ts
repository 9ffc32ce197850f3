import { describe, expect, it } from '@jest/globals';
import type { Fact, PersonFact } from '../../src/domain/fact.ts';
import { learnProfiles, type Profile, type WantedProfile } from '../../src/triage/learn-profiles.ts';
import { aChange, aThread, NOW, workOf } from '../community/interaction-facts.ts';
import { silentLog } from '../fakes/silent-log.ts';

const ref = { installationId: 7, owner: 'acme', repo: 'engine' };
const read = (day: string): PersonFact => ({
  ...{ kind: 'person', login: 'bob', organisation: 'Acme', bot: false },
  profileReadAt: `${day}T00:00:00Z`,
});

interface Told {
  asked: WantedProfile[];
  kept: Fact[];
  warnings: string[];
}

async function learn(
  facts: Fact[],
  given: { profiles?: Profile[]; leftOut?: string; fails?: boolean } = {},
): Promise<Told> {
  const told: Told = { asked: [], kept: [], warnings: [] };
  const persons = facts.filter((fact) => fact.kind === 'person');
  const input = { work: workOf(facts), persons, leftOut: (login: string) => login === given.leftOut };
  await learnProfiles(ref, input, {
    github: {
      async readProfiles(_ref, wanted) {
        told.asked.push(...wanted);
        if (given.fails) throw new Error('no room');
        return given.profiles ?? [];
      },
    },
    store: {
      readFacts: async () => persons,
      addFacts: async (_ref, some) => void told.kept.push(...some),
    },
    clock: () => new Date(NOW),
    log: { ...silentLog, warn: (_facts, sentence) => void told.warnings.push(sentence) },
  });
  return told;
}

const threads = [aThread('ann', { participants: ['ann', 'bob'] }, 3), aThread('bob', {}, 5)];

describe('learning profiles', () => {
  it('asks for those who take part, the most active first, and keeps what they say', async () => {
    const { asked, kept } = await learn([...threads, aChange('Git Name', [], 1)], {
      profiles: [{ login: 'bob', company: 'Acme', memberOf: [] }],
    });

    expect(asked).toEqual([
      { login: 'bob', memberships: true },
      { login: 'ann', memberships: true },
    ]);
    expect(kept).toEqual([{ ...read('2026-01-01'), memberOf: [], profileReadAt: '2026-01-01T00:00:00.000Z' }]);
  });

  it('asks once a month', async () => {
    expect((await learn([...threads, read('2025-12-20')])).asked.map(({ login }) => login)).toEqual(['ann']);
    expect((await learn([...threads, read('2025-11-20')])).asked.map(({ login }) => login)).toEqual(['bob', 'ann']);
  });

  it('asks for no memberships of whom commits tell an organisation', async () => {
    const hosts = [{ host: 'acme.com', from: '2024-01-01', to: '2026-01-01' }];
    const known: PersonFact = { kind: 'person', login: 'ann', organisation: null, bot: false, hosts };

    expect((await learn([...threads, known])).asked[1]).toEqual({ login: 'ann', memberships: false });
  });

  it('asks nothing about who is left out', async () => {
    expect((await learn(threads, { leftOut: 'bob' })).asked.map(({ login }) => login)).toEqual(['ann']);
  });

  it('asks for two hundred people and fifty memberships at most', async () => {
    const many = Array.from({ length: 300 }, (_, n) => aThread(`user-${n}`, {}, 1));
    const { asked } = await learn(many);

    expect(asked).toHaveLength(200);
    expect(asked.filter(({ memberships }) => memberships)).toHaveLength(50);
  });

  it('is left for another time where GitHub has no room', async () => {
    const { kept, warnings } = await learn(threads, { fails: true });

    expect(kept).toEqual([]);
    expect(warnings).toEqual(['profiles could not be read, the next measuring does it']);
  });
});
