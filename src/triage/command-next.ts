import { setImmediate } from 'node:timers/promises';
import { inactiveDays, silentAfter } from '../community/silence.ts';
import { whyNever } from '../match/eligible.ts';
import type { CommandRow } from './command-row.ts';
import { recommend } from './recommend.ts';

const MOST = { tasks: 3, articles: 2, people: 2 };

export const next: CommandRow<'next'> = {
  usage: 'next',
  example: 'next',
  who: 'anyone',
  inShadow: false,
  async run(_, { ref, by, config, ports }) {
    const { store, models, clock } = ports;
    const [model, settings] = await Promise.all([models.of(ref), store.readPeople(ref.owner)]);
    const gone = [...settings].filter(([, { optedOut, forgotten }]) => optedOut || forgotten).map(([login]) => login);
    const never = whyNever({ author: by, excluded: config.people.exclude, optedOut: gone });
    const found = await recommend(model, by, {
      at: clock().toISOString(),
      most: MOST,
      silentDays: silentAfter(inactiveDays(config)),
      leftOut: (login) => never(login) !== null,
      readThreads: async (ids) => {
        const facts = await store.readFacts(ref, 'thread', ids);
        return facts.filter((fact) => fact.kind === 'thread');
      },
      rest: () => setImmediate(),
    });
    return { kind: 'next', ...found };
  },
};
