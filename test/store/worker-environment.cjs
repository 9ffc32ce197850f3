const { readFile } = require('node:fs/promises');
const { TestEnvironment } = require('jest-environment-node');

/** Well below the half second after which Jest ends a worker that has not ended by itself. */
const IDLE_MS = 100;

/** Of all test files of a worker, one after the other: an embedded database takes longer to start than most tests. */
let database = null;
let closing;

/** As Jest's own for Node, but for one database that outlives the test file. */
module.exports = class WorkerEnvironment extends TestEnvironment {
  async setup() {
    clearTimeout(closing);
    await super.setup();
    this.global.workerDatabase = (snapshot) => {
      database ??= start(snapshot);
      return database;
    };
  }

  async teardown() {
    await super.teardown();
    closing = setTimeout(close, IDLE_MS).unref();
  }
};

async function start(snapshot) {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create({ loadDataDir: new Blob([await readFile(snapshot)]) });
}

async function close() {
  const last = database;
  database = null;
  await (await last)?.close();
}
