import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/fact.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { type Database, openDatabase } from '../../src/store/open-database.ts';
import { createStore } from '../../src/store/open-store.ts';
import { describeWithServer } from '../servers/describe-with-server.ts';
import { postgresBinaries, startPostgres } from '../servers/postgres.ts';

const ref = { installationId: 7, owner: 'acme', repo: 'rocket' };
const everyStep = migrations.map((_, i) => i + 1);

describe('an address that leads nowhere', () => {
  it('is named with its cause and remedy, without the password', async () => {
    const opening = openDatabase({ databaseUrl: 'postgres://joe:s3cret@127.0.0.1:1/none', dataDir: '/nowhere' });

    const error = await opening.then(
      () => null,
      (e: Error) => e,
    );

    expect(error?.name).toBe('DatabaseError');
    expect(error?.message).toMatch(/PostgreSQL of DATABASE_URL: .*ECONNREFUSED.*Check the address/);
    expect(error?.message).not.toContain('s3cret');
  });
});

describeWithServer('a real PostgreSQL', postgresBinaries, startPostgres, (server) => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase({ databaseUrl: await server().createDatabase(), dataDir: '/nowhere' });
  });
  afterEach(() => database.close());

  it('is migrated once by many that start together', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.pool)));

    expect(applied.toSorted((a, b) => a.length - b.length)).toEqual([[], [], [], everyStep]);
    expect(await migrate(database.pool)).toEqual([]);
  });

  it('is left as it was when a step fails', async () => {
    await migrate(database.pool);
    const steps = [...migrations, 'create table commscore.half (n int)', 'create nonsense'];

    await expect(migrate(database.pool, steps)).rejects.toThrow('nonsense');

    const { rows } = await database.pool.query(`select to_regclass('commscore.half') as half`);
    expect(rows).toEqual([{ half: null }]);
    expect(await migrate(database.pool, steps.slice(0, -1))).toEqual([migrations.length + 1]);
  });

  it('of a later version is refused', async () => {
    await migrate(database.pool, [...migrations, 'select 1']);

    await expect(migrate(database.pool)).rejects.toThrow('made by a later version of CommScore');
  });

  it('never lets a reader skip a fact while many write', async () => {
    await migrate(database.pool);
    const store = createStore(database.pool);
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let batch = 0; batch < 25; batch++) {
        const logins = Array.from({ length: 20 }, (_, i) => `w${writer}-b${batch}-${i}`);
        await store.addFacts(ref, logins.map(aPerson), batch % 2 === 0 ? 'replace' : 'keep');
      }
    });
    const read = followFacts(store.factsAfter, Promise.all(writers));

    await Promise.all(writers);

    const logins = await read;
    expect(logins).toHaveLength(4 * 25 * 20);
    expect(new Set(logins).size).toBe(logins.length);
  });

  it('takes what the embedded one takes', async () => {
    await migrate(database.pool);
    const store = createStore(database.pool);
    await store.addFacts(ref, [aPerson('zero \u0000 half \ud83d')], 'replace');
    await store.saveSnapshot(ref, 1, Uint8Array.of(0, 255, 92));
    await store.recordDone('j');
    await store.savePerson('acme', 'ann', { capacity: 1 });
    await store.ping();

    expect(await store.factsAfter(ref, 0, 9)).toEqual([
      {
        seq: expect.any(Number),
        kind: 'person',
        id: 'zero \ufffd half \ufffd',
        fact: aPerson('zero \ufffd half \ufffd'),
      },
    ]);
    expect([...((await store.readSnapshot(ref))?.bytes ?? [])]).toEqual([0, 255, 92]);
    expect(await store.wasDone('j')).toBe(true);
    expect((await store.readPeople('acme')).get('ann')?.capacity).toBe(1);
    expect(await store.repositories()).toMatchObject([{ ...ref, facts: { person: 1 } }]);
  });
});

function aPerson(login: string): Fact {
  return { kind: 'person', login, organisation: null, bot: false };
}

/** Reads on from the last `seq` seen until the writers are done and nothing more comes. */
async function followFacts(
  factsAfter: (r: typeof ref, seq: number, limit: number) => Promise<{ seq: number; fact: Fact | null }[]>,
  writing: Promise<unknown>,
): Promise<string[]> {
  const logins: string[] = [];
  let done = false;
  const ended = writing.then(() => {
    done = true;
  });
  let seq = 0;
  for (;;) {
    const wasDone = done;
    const facts = await factsAfter(ref, seq, 7);
    for (const { fact } of facts) if (fact?.kind === 'person') logins.push(fact.login);
    seq = facts.at(-1)?.seq ?? seq;
    if (facts.length === 0 && wasDone) break;
  }
  await ended;
  return logins;
}
