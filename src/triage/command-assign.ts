import type { CommandAnswer } from '../comment/command-answer.ts';
import type { CommandProblem } from '../domain/command.ts';
import { type PeopleRules, whyNever } from '../match/eligible.ts';
import { addToThread, notYetThere } from './command-add.ts';
import type { Asked } from './command-ports.ts';
import { type CommandRow, DONE } from './command-row.ts';
import { peopleRules } from './people-rules.ts';
import type { ThreadReading } from './thread-reading.ts';

export const assign: CommandRow<'assign'> = {
  usage: 'assign @login',
  example: 'assign @mara',
  who: 'triage',
  inShadow: false,
  async run({ people }, asked) {
    if (asked.ref.type === 'discussion') return problem({ kind: 'not-on-discussions', verb: 'assign' });
    const reading = await asked.reading();
    if (reading === null) return DONE;
    const named = await withAccess(people, asked);
    if ('kind' in named) return problem(named);
    return ask(named.logins, { kind: 'assignee', there: reading.fact.assignees }, reading, asked);
  },
};

export const review: CommandRow<'review'> = {
  usage: 'review @login',
  example: 'review @mara',
  who: 'triage',
  inShadow: false,
  async run({ people }, asked) {
    if (asked.ref.type !== 'pull') return problem({ kind: 'pulls-only', verb: 'review' });
    const reading = await asked.reading();
    if (reading === null) return DONE;
    const author = people.find((login) => login.toLowerCase() === reading.fact.author?.toLowerCase());
    if (author !== undefined) return problem({ kind: 'is-author', login: author });
    const named = await withAccess(people, asked);
    if ('kind' in named) return problem(named);
    return ask(named.logins, { kind: 'reviewer', there: reading.fact.requested ?? [] }, reading, asked);
  },
};

function problem(found: CommandProblem): CommandAnswer {
  return { kind: 'problem', problem: found };
}

/** As GitHub writes them; all of them or none. */
async function withAccess(people: string[], { ref, ports }: Asked): Promise<{ logins: string[] } | CommandProblem> {
  const able = new Map([...(await ports.github.readAssignable(ref))].map((login) => [login.toLowerCase(), login]));
  const without = people.find((login) => !able.has(login.toLowerCase()));
  if (without !== undefined) return { kind: 'without-access', login: without };
  return { logins: people.map((login) => able.get(login.toLowerCase()) ?? login) };
}

/** Only adds; who is there already was put there by somebody else, and undo must not take them off. */
async function ask(
  logins: string[],
  { kind, there }: { kind: 'assignee' | 'reviewer'; there: string[] },
  reading: ThreadReading,
  asked: Asked,
): Promise<CommandAnswer> {
  const added = notYetThere(logins, there);
  const answer = await addToThread(asked, kind, added);
  if (answer.kind !== 'done') return answer;
  const people = await askedAllTheSame(added, reading, asked);
  return people.length === 0 ? DONE : { kind: 'asked-all-the-same', people };
}

/** A human's word counts more than these rules; they are only told of. */
async function askedAllTheSame(logins: string[], reading: ThreadReading, { ref, config, ports }: Asked) {
  const [model, people] = await Promise.all([ports.models.of(ref), ports.store.readPeople(ref.owner)]);
  const around = { config, people, assignable: new Set(logins), refused: [], now: ports.clock() };
  const { away, optedOut, isFull, isInactive }: PeopleRules = peopleRules(reading, model, around);
  const never = whyNever({
    author: null,
    ...(away && { away }),
    ...(optedOut && { optedOut }),
    ...(isFull && { isFull }),
    ...(isInactive && { isInactive }),
  });
  return logins.flatMap((login) => {
    const because = never(login);
    return because === null ? [] : [{ login, never: because }];
  });
}
