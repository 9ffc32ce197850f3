import type { SuggestedItem } from '../domain/suggested-item.ts';
import { type CommandRow, DONE } from './command-row.ts';
import { triageSoon } from './command-thread.ts';
import type { ThreadReading } from './ports.ts';

export const undo: CommandRow<'undo'> = {
  usage: 'undo',
  example: 'undo',
  who: 'triage',
  inShadow: false,
  async run(_, asked) {
    const { ref, by, ports } = asked;
    const reading = await asked.reading();
    if (reading === null) return DONE;
    const ours = (await ports.store.readItems(ref)).filter((item) => isOurs(item) && stands(item, reading));
    if (ours.length === 0) return { kind: 'nothing-to-undo' };
    const of = (kind: SuggestedItem['kind']) => ours.filter((item) => item.kind === kind).map(({ subject }) => subject);
    await ports.github.takeBack(ref, { labels: of('label'), assignees: of('assignee'), reviewers: of('reviewer') });
    const at = ports.clock().toISOString();
    const settled = ours.map(({ kind, subject }) => ({ kind, subject, outcome: 'undone', by, at }) as const);
    await ports.store.settleItems(ref, settled);
    await triageSoon(asked, 'undo');
    return DONE;
  },
};

/** Put there by the app, and not sent back by people since. */
function isOurs({ applied, outcome }: SuggestedItem): boolean {
  return applied !== null && outcome?.is !== 'rejected' && outcome?.is !== 'undone';
}

/** Still there, and a human has not put it there anew; whoever has given the review that was asked for is left. */
function stands({ kind, subject }: SuggestedItem, { fact, byBots }: ThreadReading): boolean {
  const there = { label: fact.labels, assignee: fact.assignees, reviewer: fact.requested ?? [], related: [] }[kind];
  const ofBots = kind === 'label' ? byBots?.labels : byBots?.people;
  return includes(there, subject) && (ofBots === undefined || includes(ofBots, subject));
}

function includes(names: string[], name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}
