import type { Verb } from '../domain/command.ts';
import type { SettledItem } from '../domain/suggested-item.ts';
import { threadKey } from '../domain/thread-ref.ts';
import type { Asked } from './command-ports.ts';
import { type CommandRow, DONE } from './command-row.ts';
import { reasonForSilence } from './silence.ts';

/** What is to be said of the thread from now on. */

export const reroll: CommandRow<'reroll'> = {
  usage: 'reroll',
  example: 'reroll',
  who: 'triage',
  inShadow: true,
  async run(_, asked) {
    const { ref, by, ports } = asked;
    const { store, clock } = ports;
    if (ref.type === 'discussion') return { kind: 'problem', problem: { kind: 'nobody-asked', verb: 'reroll' } };
    const saved = await store.suggestionOf(ref);
    const { assignees = [], reviewers = [] } = saved?.suggestion ?? {};
    if (saved?.comment === 'ignored' || assignees.length + reviewers.length === 0) return { kind: 'nothing-to-reroll' };
    const at = clock().toISOString();
    const sentBack = (kind: SettledItem['kind']) => (person: { login: string }) =>
      ({ kind, subject: person.login, outcome: 'rejected', by, at }) as const;
    await store.settleItems(ref, [...assignees.map(sentBack('assignee')), ...reviewers.map(sentBack('reviewer'))]);
    // A comment that a human deleted is wanted again.
    if (saved?.comment === 'dismissed') await store.markComment(ref, 'asked');
    await triageSoon(asked, 'reroll');
    return DONE;
  },
};

export const retry: CommandRow<'retry'> = {
  usage: 'retry',
  example: 'retry',
  who: 'triage',
  inShadow: true,
  async run(_, asked) {
    const { ref, config, ports } = asked;
    await ports.store.markComment(ref, 'asked');
    const reading = await asked.reading();
    const because = reading === null ? null : reasonForSilence(reading, config);
    if (because !== null) return { kind: 'still-silent', because };
    await triageSoon(asked, 'retry');
    return DONE;
  },
};

export const ignore: CommandRow<'ignore'> = {
  usage: 'ignore',
  example: 'ignore',
  who: 'triage',
  inShadow: true,
  async run(_, asked) {
    await asked.ports.store.markComment(asked.ref, 'ignored');
    await triageSoon(asked, 'ignore');
    return DONE;
  },
};

/** Under the key of all triage it waits for a run that is under way; retry does not wait for one that is settling. */
export async function triageSoon({ jobId, ref, ports }: Asked, verb: Verb): Promise<void> {
  const job = { kind: 'triage', id: `${jobId}/${verb}`, thread: ref, fresh: false } as const;
  const key = `${verb === 'retry' ? 'retry' : 'triage'} ${threadKey(ref)}`;
  await ports.queue.add(job, { key, delayMs: 0 });
}
