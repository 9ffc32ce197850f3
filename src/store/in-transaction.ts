import type { DatabasePool, Queryable } from './database-pool.ts';

/** All of it or nothing. Only `client` may be used inside: the embedded database has one connection. */
export async function inTransaction<T>(pool: DatabasePool, run: (client: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await run(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // Where the connection broke there is nothing to undo, and the first error is the one to tell.
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
