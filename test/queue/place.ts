import pg from 'pg';
import type { DatabasePool } from '../../src/store/database-pool.ts';
import { openDatabase } from '../../src/store/open-database.ts';

/** Where a queue is kept in a test: as the settings of a process would name it. */
export type Place = { redisUrl: string } | { databaseUrl: string } | { dataDir: string };

/** A server that can go away and come back. */
export interface Outage {
  stop(): Promise<void>;
  start(): Promise<void>;
}

export interface OpenPlace {
  redisUrl?: string;
  pool: DatabasePool;
  close(): Promise<void>;
}

export function openPlace(place: Place): Promise<OpenPlace> {
  if ('databaseUrl' in place) return openDatabase({ databaseUrl: place.databaseUrl, dataDir: '/nowhere' });
  if ('dataDir' in place) return openDatabase(place);
  // A queue on Redis is given a pool too, and never asks it for a connection.
  const pool = new pg.Pool();
  return Promise.resolve({ redisUrl: place.redisUrl, pool, close: () => pool.end() });
}
