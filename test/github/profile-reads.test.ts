import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openStage();
  stage.simulator.addAccount({ login: 'ann', company: 'Acme Inc.', memberOf: ['globex'] });
  stage.simulator.addAccount({ login: 'bob', memberOf: ['globex', 'initech'] });
  stage.simulator.addAccount({ login: 'cas', memberOf: ['globex'] });
});

afterEach(() => stage.close());

const asked = () => stage.simulator.requests.map(({ path }) => path.replace(/^.*\/api\//, ''));

describe('readProfiles', () => {
  it('gives the company of each, and memberships where none is named and they are asked for', async () => {
    const wanted = ['ann', 'bob', 'cas'].map((login) => ({ login, memberships: login !== 'cas' }));

    expect(await stage.github.readProfiles(stage.ref('issue', 1), wanted)).toEqual([
      { login: 'ann', company: 'Acme Inc.', memberOf: [] },
      { login: 'bob', company: null, memberOf: ['globex', 'initech'] },
      { login: 'cas', company: null, memberOf: [] },
    ]);
    expect(asked().filter((path) => path.includes('/users/'))).toEqual([expect.stringContaining('users/bob/orgs')]);
  });

  it('asks once for fifty people', async () => {
    await stage.github.readProfiles(stage.ref('issue', 1), []);
    stage.simulator.clearLog();
    const wanted = Array.from({ length: 101 }, (_, n) => ({ login: `user-${n}`, memberships: true }));

    const profiles = await stage.github.readProfiles(stage.ref('issue', 1), wanted);

    expect(profiles).toHaveLength(101);
    expect(profiles[7]).toEqual({ login: 'user-7', company: null, memberOf: [] });
    expect(asked().filter((path) => path.includes('graphql'))).toHaveLength(3);
  });

  it('asks nothing about names that cannot be logins', async () => {
    const wanted = ['Ann Lee', 'x"){__typename}', ''].map((login) => ({ login, memberships: true }));

    expect(await stage.github.readProfiles(stage.ref('issue', 1), wanted)).toEqual([]);
    expect(asked().filter((path) => path.includes('graphql'))).toEqual([]);
  });
});
