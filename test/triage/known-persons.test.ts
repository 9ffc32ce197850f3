import { describe, expect, it } from '@jest/globals';
import type { Fact, PersonFact } from '../../src/domain/fact.ts';
import { withKnownPersons } from '../../src/triage/known-persons.ts';

const ref = { installationId: 7, owner: 'acme', repo: 'engine' };
const person = (known: Partial<PersonFact>): PersonFact => ({
  ...{ kind: 'person', login: 'ann', organisation: null, bot: false },
  ...known,
});
const storeOf = (...facts: Fact[]) => ({ readFacts: async () => facts });
const hosts = [{ host: 'acme.com', from: '2024-01-01', to: '2026-01-01' }];
const profileReadAt = '2026-01-01T00:00:00Z';

describe('facts of people', () => {
  it('keep what another source told before', async () => {
    const profile = person({ organisation: 'Acme', memberOf: [], profileReadAt });
    const git = person({ hosts });

    expect(await withKnownPersons(ref, [git], storeOf(profile))).toEqual([{ ...profile, hosts }]);
    expect(await withKnownPersons(ref, [profile], storeOf(git))).toEqual([{ ...profile, hosts }]);
  });

  it('lose what a profile does not say any more', async () => {
    const before = person({ organisation: 'Acme', memberOf: ['acme'], profileReadAt });
    const now = person({ memberOf: [], profileReadAt: '2026-02-01T00:00:00Z' });

    expect(await withKnownPersons(ref, [now], storeOf(before))).toEqual([now]);
  });

  it('stay bots, and stay as they are where nothing was known', async () => {
    const bot = person({ bot: true });

    expect(await withKnownPersons(ref, [person({ hosts })], storeOf(bot))).toEqual([person({ bot: true, hosts })]);
    expect(await withKnownPersons(ref, [bot], storeOf())).toEqual([bot]);
  });
});
