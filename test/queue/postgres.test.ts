import { describeWithServer } from '../servers/describe-with-server.ts';
import { postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { queueContract } from './contract.ts';

async function startPostgresWithDatabase() {
  const server = await startPostgres();
  return { ...server, databaseUrl: await server.createDatabase() };
}

describeWithServer('the queue in a real PostgreSQL', postgresBinaries, startPostgresWithDatabase, (server) =>
  queueContract(() => ({ databaseUrl: server().databaseUrl }), server),
);
