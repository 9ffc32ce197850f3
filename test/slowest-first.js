import Sequencer from '@jest/test-sequencer';

// What starts servers and processes takes longest, the crash tests longer than all: begun last, they would be waited for.
const ROOMS = [/\/e2e\/crash/, /\/e2e\//, /\/(cli|queue)\//];

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
