import type { EventEmitter } from 'node:events';

/** The part of a `pg.Pool` that is used: PostgreSQL's own and the embedded one are both of this shape. */
export interface DatabasePool extends Queryable, EventEmitter {
  connect(): Promise<PoolClient>;
  end(): Promise<void>;
}

export interface Queryable {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<QueryResult<Row>>;
}

export interface QueryResult<Row> {
  rows: Row[];
  rowCount?: number | null;
}

/** Emits `notification`, `error` and `end`, as `pg` does. */
export interface PoolClient extends Queryable, EventEmitter {
  /** `true` throws the connection away instead of giving it back. */
  release(destroy?: boolean): void;
}

/** The queue's own tables are named without their schema, so every connection starts with this. */
export const SET_SEARCH_PATH = 'set search_path to bullmq, public';
