import Sequencer from '@jest/test-sequencer';

// What starts servers and processes takes longest, outages and crashes longer than all: begun last, they would be waited for.
const ROOMS = [/\/e2e\/(faults|crash)/, /\/browser\//, /\/e2e\//, /\/(access|cli|queue)\//];

/** Within a room as Jest orders them: by how long they took last time, or else by size. */
export default class SlowestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => place(a.path) - place(b.path));
  }
}

function place(path) {
  const at = ROOMS.findIndex((room) => room.test(path));
  return at < 0 ? ROOMS.length : at;
}
