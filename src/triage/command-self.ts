import type { Asked } from './command-ports.ts';
import { type CommandRow, DONE } from './command-row.ts';
import { retellDigests } from './digest-later.ts';
import { measureAnew } from './measure-later.ts';
import type { PersonSettings } from './store-port.ts';

/** What people set for themselves; it holds in every repository of the owner. */

/** Later than any calendar that is planned by. */
const FOR_GOOD = '9999-12-31T00:00:00Z';
const DAY_MS = 86_400_000;

export const away: CommandRow<'away'> = {
  usage: 'away [until YYYY-MM-DD]',
  example: 'away until 2026-12-24',
  who: 'themselves',
  inShadow: true,
  async run({ until }, asked) {
    if (until === null) return set(asked, { awayUntil: FOR_GOOD });
    // The last day belongs to the absence.
    const over = Date.parse(until) + DAY_MS;
    if (over <= asked.ports.clock().getTime())
      return { kind: 'problem', problem: { kind: 'day-is-over', given: until } };
    return set(asked, { awayUntil: new Date(over).toISOString() });
  },
};

export const back: CommandRow<'back'> = {
  usage: 'back',
  example: 'back',
  who: 'themselves',
  inShadow: true,
  run: (_, asked) => set(asked, { awayUntil: null }),
};

export const capacity: CommandRow<'capacity'> = {
  usage: 'capacity N',
  example: 'capacity 3',
  who: 'themselves',
  inShadow: true,
  run: ({ threads }, asked) => set(asked, { capacity: threads }),
};

export const optOut: CommandRow<'opt-out'> = {
  usage: 'opt-out',
  example: 'opt-out',
  who: 'themselves',
  inShadow: true,
  async run(_, asked) {
    const result = await set(asked, { optedOut: true });
    const { jobId, ref, ports } = asked;
    const repositories = await ports.store.repositoriesOf(ref.owner);
    await measureAnew(jobId, repositories, ports);
    await retellDigests(jobId, repositories, ports);
    return result;
  },
};

export const optIn: CommandRow<'opt-in'> = {
  usage: 'opt-in',
  example: 'opt-in',
  who: 'themselves',
  inShadow: true,
  run: (_, asked) => set(asked, { optedOut: false }),
};

export const forgetMe: CommandRow<'forget-me'> = {
  usage: 'forget-me',
  example: 'forget-me',
  who: 'themselves',
  inShadow: true,
  async run(_, { ref, by, jobId, ports }) {
    const key = `forget-person ${ref.owner} ${by}`.toLowerCase();
    const job = { kind: 'forget-person', id: `${jobId}/forget-me`, owner: ref.owner, login: by } as const;
    await ports.queue.add(job, { key, delayMs: FORGET_AFTER_MS });
    return { kind: 'will-be-forgotten' };
  },
};

/** When this very comment is answered and learnt, so that it is forgotten with the rest. */
const FORGET_AFTER_MS = 10_000;

async function set({ ref, by, ports }: Asked, settings: Partial<PersonSettings>) {
  await ports.store.savePerson(ref.owner, by, settings);
  return DONE;
}
