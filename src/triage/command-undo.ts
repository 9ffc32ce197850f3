import type { SuggestedItem } from '../domain/suggested-item.ts';
import { type CommandRow, DONE } from './command-row.ts';
import { triageSoon } from './command-thread.ts';
import type { ThreadReading } from './thread-reading.ts';

export const undo: CommandRow<'undo'> = {
  usage: 'undo',
  example: 'undo',
  who: 'triage',
  inShadow: false,
  async run(_, asked) {
    const { ref, by, ports } = asked;
    const reading = await asked.reading();
    if (reading === null) return DONE;
    const ours = (await ports.store.readItems(ref)).filter(isOurs);
    const standing = ours.filter((item) => stands(item, reading));
    // What is gone by now may have been taken back by a run that was cut short.
    const undone = [...standing, ...ours.filter((item) => isGone(item, reading))];
    const of = (kind: SuggestedItem['kind']) =>
      standing.filter((item) => item.kind === kind).map(({ subject }) => subject);
    const back = { labels: of('label'), assignees: of('assignee'), reviewers: of('reviewer') };
    if (standing.length > 0) await ports.github.takeBack(ref, back);
    const at = ports.clock().toISOString();
    const settled = undone.map(({ kind, subject }) => ({ kind, subject, outcome: 'undone', by, at }) as const);
    await ports.store.settleItems(ref, settled);
    if (undone.length === 0) return { kind: 'nothing-to-undo' };
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

function isGone({ kind, subject, outcome }: SuggestedItem, { fact, reviewers }: ThreadReading): boolean {
  const there = { label: fact.labels, assignee: fact.assignees, reviewer: reviewers, related: [] }[kind];
  return outcome === null && !includes(there, subject);
}

function includes(names: string[], name: string): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}
