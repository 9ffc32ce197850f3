import { nearestWord } from '../text/nearest-word.ts';
import { type CommandRow, DONE } from './command-row.ts';

export const label: CommandRow<'label'> = {
  usage: 'label NAME[, NAME]',
  example: 'label bug, "good first issue"',
  who: 'triage',
  inShadow: false,
  async run({ labels }, { ref, by, ports, reading }) {
    const existing = await ports.github.readLabels(ref);
    const names = new Map(existing.map((name) => [name.toLowerCase(), name]));
    const unknown = labels.find((name) => !names.has(name.toLowerCase()));
    if (unknown !== undefined) {
      const nearest = nearestWord(unknown, existing);
      return { kind: 'problem', problem: { kind: 'no-such-label', name: unknown, nearest } };
    }
    const there = new Set((await reading())?.fact.labels.map((name) => name.toLowerCase()));
    const added = labels.flatMap((name) =>
      there.has(name.toLowerCase()) ? [] : (names.get(name.toLowerCase()) ?? []),
    );
    if (added.length === 0) return DONE;
    const standing = await ports.github.apply(ref, { labels: added, assignees: [], reviewers: [] });
    const items = standing.labels.map((subject) => ({ kind: 'label', subject }) as const);
    await ports.store.recordApplied(ref, items, { by, at: ports.clock().toISOString() });
    return DONE;
  },
};
