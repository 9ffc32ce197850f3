import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from './open-test-database.ts';

describe('the pool over one connection', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('lets nobody in between the statements of a transaction', async () => {
    const { pool } = database;
    await pool.query('create table t (n int)');
    const client = await pool.connect();
    await client.query('begin');
    await client.query('insert into t values (1)');
    const outside = pool.query('insert into t values (2)');
    await client.query('rollback');
    client.release();
    await outside;

    expect((await pool.query('select n from t')).rows).toEqual([{ n: 2 }]);
  });

  it('undoes a transaction whose client is given back in the middle of it', async () => {
    const { pool } = database;
    await pool.query('create table u (n int)');
    const client = await pool.connect();
    await client.query('begin');
    await client.query('insert into u values (1)');

    client.release();

    expect((await pool.query('select n from u')).rows).toEqual([]);
  });

  it('goes on after a statement failed', async () => {
    const { pool } = database;

    await expect(pool.query('select nonsense')).rejects.toThrow('nonsense');
    expect((await pool.query('select $1::int as n', [1])).rows).toEqual([{ n: 1 }]);
  });

  it('leaves time for others between the queries that wait', async () => {
    const { pool } = database;
    let finished = 0;
    const queries = Array.from({ length: 50 }, async () => {
      await pool.query('select 1');
      finished += 1;
    });

    await new Promise(setImmediate);

    expect(finished).toBeLessThan(50);
    await Promise.all(queries);
  });

  it('tells every client what is notified', async () => {
    const { pool } = database;
    const clients = [await pool.connect(), await pool.connect()];
    const heard: unknown[] = [];
    for (const client of clients) client.on('notification', (message) => heard.push(message));
    await pool.query('listen news');

    await pool.query(`select pg_notify('news', 'hello')`);

    expect(heard).toEqual([
      { channel: 'news', payload: 'hello' },
      { channel: 'news', payload: 'hello' },
    ]);
    for (const client of clients) client.release();
  });
});
