import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { freePort, type ServerProcess, serverProcess } from './server-process.ts';

export interface PostgresServer extends ServerProcess {
  /** A database of its own for one test. */
  createDatabase(): Promise<string>;
  remove(): Promise<void>;
}

/** Where `initdb` and `postgres` are; null where no PostgreSQL is installed. */
export const postgresBinaries: string | null = findBinaries();

/** A PostgreSQL of its own on a free port of this machine, in a temporary folder. */
export async function startPostgres(): Promise<PostgresServer> {
  if (postgresBinaries === null) throw new Error('no PostgreSQL is installed');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'commscore-postgres-'));
  const user = process.getuid?.() === 0 ? postgresUser() : undefined;
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const initdbArgs = ['-D', data, '-U', 'commscore', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(postgresBinaries, 'initdb'), initdbArgs, { stdio: 'ignore', cwd: folder, ...user });
  const server = serverProcess({
    program: join(postgresBinaries, 'postgres'),
    args: ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F', '-N', '60'],
    user,
    isUp: () => accepts(addressOf(port, 'postgres')),
  });
  await server.start();
  let databases = 0;
  return {
    ...server,
    async createDatabase() {
      databases += 1;
      const name = `test_${databases}`;
      await ask(addressOf(port, 'postgres'), `create database ${name}`);
      return addressOf(port, name);
    },
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(port: number, database: string): string {
  return `postgres://commscore@127.0.0.1:${port}/${database}`;
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function accepts(url: string): Promise<boolean> {
  try {
    await ask(url, 'select 1');
    return true;
  } catch {
    return false;
  }
}

function findBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...versions.map((v) => join(debian, v, 'bin'))];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

function postgresUser(): { uid: number; gid: number } {
  const idOf = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}
