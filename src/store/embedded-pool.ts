import { EventEmitter } from 'node:events';
import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import type { DatabasePool, PoolClient, QueryResult } from './database-pool.ts';

/**
 * A pool over the one connection of a PGlite: whoever has begun a transaction has the connection to itself until
 * it is over, and every client hears what is notified. `end` leaves the PGlite open.
 */
export function createEmbeddedPool(db: PGlite): DatabasePool {
  const turn = createTurnstile();
  const clients = new Set<EventEmitter>();
  db.onNotification((channel, payload) => {
    for (const client of clients) client.emit('notification', { channel, payload });
  });

  async function query<Row>(sql: string, values?: readonly unknown[]): Promise<QueryResult<Row>> {
    const leave = await turn.enter();
    try {
      return await run<Row>(db, sql, values);
    } finally {
      leave();
    }
  }

  async function connect(): Promise<PoolClient> {
    const events = new EventEmitter();
    const session = createSession(db, turn);
    clients.add(events);
    return Object.assign(events, {
      query: session.query,
      release() {
        clients.delete(events);
        void session.abandon().catch((error) => pool.emit('error', error));
      },
    });
  }

  const pool = Object.assign(new EventEmitter(), { query, connect, end: async () => undefined });
  pool.on('error', () => undefined);
  return pool;
}

interface Turnstile {
  /** Resolves when it is the caller's turn; the answer ends the turn. */
  enter(): Promise<() => void>;
}

function createTurnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter() {
      const before = last;
      let leave: () => void = () => undefined;
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      return leave;
    },
  };
}

function createSession(db: PGlite, turn: Turnstile) {
  let leave: (() => void) | null = null;

  async function query<Row>(sql: string, values?: readonly unknown[]): Promise<QueryResult<Row>> {
    const leaveAfter = leave === null ? await turn.enter() : null;
    try {
      const result = await run<Row>(db, sql, values);
      if (leaveAfter !== null && /^\s*(begin|start transaction)\b/i.test(sql)) {
        leave = leaveAfter;
        return result;
      }
      if (leave !== null && /^\s*(commit|rollback|end)\b(?! to)/i.test(sql)) endTurn();
      leaveAfter?.();
      return result;
    } catch (error) {
      leaveAfter?.();
      throw error;
    }
  }

  function endTurn(): void {
    leave?.();
    leave = null;
  }

  /** Undoes a transaction that was left open. */
  async function abandon(): Promise<void> {
    if (leave === null) return;
    try {
      await run(db, 'rollback');
    } finally {
      endTurn();
    }
  }

  return { query, abandon };
}

async function run<Row>(db: PGlite, sql: string, values?: readonly unknown[]): Promise<QueryResult<Row>> {
  // Like `pg`: only a query without values may hold several statements.
  const result = values === undefined ? (await db.exec(sql)).at(-1) : await db.query(sql, [...values]);
  // It works without ever waiting: one query after the other would leave no time for requests and timers.
  await turnOfEventLoop();
  return { rows: (result?.rows ?? []) as Row[], rowCount: result?.rowCount ?? result?.affectedRows ?? 0 };
}
