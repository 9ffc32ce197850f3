import { it } from '@jest/globals';
import { describeWithServer } from '../servers/describe-with-server.ts';
import { postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { CRASH_SENTENCE, CRASH_TIMEOUT_MS, killedWhileBusy } from './crash.ts';

describeWithServer('a process killed while it is busy, on PostgreSQL', postgresBinaries, startPostgres, (server) => {
  it(CRASH_SENTENCE, async () => killedWhileBusy({ DATABASE_URL: await server().createDatabase() }), CRASH_TIMEOUT_MS);
});
