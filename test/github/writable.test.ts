import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import type { Account } from '../simulator/state.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let mira: Account;
beforeEach(async () => {
  stage = await openStage();
  mira = stage.simulator.addAccount({ login: 'mira' });
});
afterEach(() => stage.close());

async function given(permissions: Record<string, 'read' | 'triage' | 'write' | 'maintain' | 'admin'>): Promise<void> {
  for (const [name, permission] of Object.entries(permissions)) {
    await stage.simulator.addRepository({ owner: 'acme', name, private: true, collaborators: { mira: permission } });
  }
}

function refs(...names: [string, ...string[]]): [RepositoryRef, ...RepositoryRef[]] {
  const ref = (repo: string) => ({ installationId: stage.installationId, owner: 'acme', repo });
  const [first, ...rest] = names;
  return [ref(first), ...rest.map(ref)];
}

async function names(wanted: [RepositoryRef, ...RepositoryRef[]], account: { id: number; login: string }) {
  return (await stage.github.writableBy(wanted, account)).map(({ repo }) => repo);
}

describe('repositories that somebody may write to', () => {
  it('are those where they have the right to push, asked for in one request', async () => {
    await given({ admins: 'admin', maintains: 'maintain', reads: 'read', triages: 'triage', writes: 'write' });
    await stage.simulator.addRepository({ owner: 'acme', name: 'open' });
    stage.simulator.clearLog();

    const wanted = refs('admins', 'maintains', 'reads', 'triages', 'writes', 'open', 'missing');
    expect(await names(wanted, mira)).toEqual(['admins', 'maintains', 'writes']);
    expect(stage.simulator.requestCounts()).toMatchObject({ graphql: 1 });
    expect(stage.simulator.requestCounts()['repos/get-collaborator-permission-level']).toBeUndefined();
  });

  it('are none of somebody else who has taken the name since', async () => {
    await given({ writes: 'write' });

    expect(await names(refs('writes'), { id: mira.id + 1, login: 'mira' })).toEqual([]);
    expect(await names(refs('writes'), { id: mira.id, login: 'nobody' })).toEqual([]);
  });

  it('are asked for fifty at a time', async () => {
    await given({ last: 'write' });
    const many = Array.from({ length: 100 }, (_, n) => `missing-${n}`);
    stage.simulator.clearLog();

    expect(await names(refs('missing', ...many, 'last'), mira)).toEqual(['last']);
    expect(stage.simulator.requestCounts()).toMatchObject({ graphql: 3 });
  });

  it('are asked for one by one where GitHub does not list people to the app', async () => {
    await given({ writes: 'write', reads: 'read' });
    const path = ['repository0', 'collaborators'];
    stage.simulator.faults.graphqlError({ type: 'FORBIDDEN', message: 'Resource not accessible by integration', path });

    expect(await names(refs('writes', 'reads'), mira)).toEqual(['writes']);
    expect(stage.simulator.requestCounts()['repos/get-collaborator-permission-level']).toBe(1);
  });
});
