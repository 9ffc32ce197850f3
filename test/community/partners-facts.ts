import type { Fact, PersonFact } from '../../src/domain/fact.ts';
import { aChange, aThread } from './interaction-facts.ts';

export const person = (login: string, known: Partial<PersonFact>): PersonFact => ({
  ...{ kind: 'person', login, organisation: null, bot: false },
  ...known,
});

const atAcme = { hosts: [{ host: 'acme.com', from: '2024-01-01', to: '2026-01-01' }] };

/** docs/algorithms.md works the same example out. */
export const partnersFacts: Fact[] = [
  person('Ann', atAcme),
  person('bob', atAcme),
  person('cas', { organisation: 'Globex Inc.' }),
  person('eve', { organisation: '@initech' }),
  aChange('Ann', ['bob'], 0, ['src/queue/a.ts']),
  aChange('Ann', ['cas'], 180, ['src/queue/a.ts', 'docs/x.md']),
  aChange('cas', ['Ann'], 0, ['src/queue/b.ts']),
  aChange('dee', [], 0, ['docs/x.md']),
  { ...aThread('eve', { participants: ['eve', 'cas'] }, 0), title: 'The queue is stuck' },
];

/** The same, with threads of two people that point to another repository. */
export const linkedFacts: Fact[] = [
  ...partnersFacts,
  ...['eve', 'dee'].map((author) => ({
    ...aThread(author, {}, 0),
    ...{ title: 'The queue leaks', body: 'See https://github.com/globex/broker <b>' },
  })),
];
