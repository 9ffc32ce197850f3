import { nearestWord } from '../text/nearest-word.ts';
import { addToThread, notYetThere } from './command-add.ts';
import { type CommandRow, DONE } from './command-row.ts';

export const label: CommandRow<'label'> = {
  usage: 'label NAME[, NAME]',
  example: 'label bug, "good first issue"',
  who: 'triage',
  inShadow: false,
  async run({ labels }, asked) {
    const existing = await asked.ports.github.readLabels(asked.ref);
    const names = new Map(existing.map((name) => [name.toLowerCase(), name]));
    const unknown = labels.find((name) => !names.has(name.toLowerCase()));
    if (unknown !== undefined) {
      const nearest = nearestWord(unknown, existing);
      return { kind: 'problem', problem: { kind: 'no-such-label', name: unknown, nearest } };
    }
    const read = await asked.reading();
    if (read === null) return DONE;
    const wanted = labels.flatMap((name) => names.get(name.toLowerCase()) ?? []);
    return addToThread(asked, 'label', notYetThere(wanted, read.fact.labels));
  },
};
