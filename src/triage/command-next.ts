import { setImmediate } from 'node:timers/promises';
import type { NextTask } from '../domain/next-task.ts';
import type { CommandRow } from './command-row.ts';
import { isNewcomer, nextTasks, taskFor, threadsToTake } from './next-tasks.ts';

/** Then other work gets its turn. */
const AT_ONCE = 5;

export const next: CommandRow<'next'> = {
  usage: 'next',
  example: 'next',
  who: 'anyone',
  inShadow: false,
  async run(_, { ref, by, ports }) {
    const model = await ports.models.of(ref);
    const at = ports.clock().toISOString();
    const facts = await ports.store.readFacts(ref, 'thread', threadsToTake(model));
    const tasks: NextTask[] = [];
    for (const [place, fact] of facts.entries()) {
      if (place % AT_ONCE === 0) await setImmediate();
      const task = fact.kind === 'thread' ? taskFor(by, fact, model, at) : null;
      if (task !== null) tasks.push(task);
    }
    return { kind: 'next', tasks: nextTasks(tasks, { newcomer: isNewcomer(model, by, at) }) };
  },
};
