import type { RankedPerson } from '../domain/suggestion.ts';
import { emptyTask, type Task } from '../domain/task.ts';
import { whyNever } from '../match/eligible.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import type { Asked } from './command-ports.ts';
import type { CommandRow } from './command-row.ts';
import { taskOf } from './suggest.ts';

const MOST = 5;

export const who: CommandRow<'who'> = {
  usage: 'who [path or words]',
  example: 'who src/queue',
  who: 'anyone',
  inShadow: false,
  async run({ about }, asked) {
    const { ref, config, ports } = asked;
    const [model, people] = await Promise.all([ports.models.of(ref), ports.store.readPeople(ref.owner)]);
    const optedOut = [...people].filter(([, settings]) => settings.optedOut).map(([login]) => login);
    const never = whyNever({ author: null, excluded: config.people.exclude, optedOut });
    const now = ports.clock();
    const task = about === '' ? await ownTask(asked) : taskAbout(about, model);
    const options = { at: now.toISOString(), k: 2 * MOST, allowed: (login: string) => never(login) === null };
    const ranked = task.files.length > 0 ? model.reviewers(task, options) : model.assignees(task, options);
    return { kind: 'who', about, people: ranked.filter(knowsIt).slice(0, MOST) };
  },
};

async function ownTask({ reading }: Asked): Promise<Task> {
  const read = await reading();
  return read === null ? emptyTask : taskOf(read);
}

/** Paths are asked for as changes of them, words as a thread that says them. */
function taskAbout(about: string, model: Pick<RepositoryModel, 'knowsPath'>): Task {
  const words = about.split(/\s+/).map((word) => word.replace(/^[`'"]+|[`'",]+$/g, ''));
  const paths = words.map((word) => word.replace(/^\.?\/+|\/+$/g, '')).filter(model.knowsPath);
  const files = [...new Set(paths)].map((path) => ({ path, added: null, deleted: null }));
  return { ...emptyTask, title: about, body: about, files };
}

/** Not only about, but with something to do with what is asked for. */
function knowsIt({ reasons }: RankedPerson): boolean {
  return reasons.some(({ kind }) => kind !== 'active' && kind !== 'reviewed-author');
}
