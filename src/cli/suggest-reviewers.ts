import type { FileChange } from '../domain/fact.ts';
import type { RankedPerson } from '../domain/suggestion.ts';
import { emptyTask, type Task } from '../domain/task.ts';
import { readBranchChange } from '../github/git-diff.ts';
import { parseCodeowners } from '../match/codeowners.ts';
import { eligiblePeople } from '../match/eligible.ts';
import { writtenFiles } from '../match/sweeping.ts';
import { readCloneCodeowners } from './clone-codeowners.ts';
import { learnClone } from './clone-model.ts';
import { evidenceTables } from './evidence-table.ts';
import { UsageError } from './fail.ts';
import { peopleTable } from './plain-words.ts';
import { scoresOf, scoresTable } from './scores-table.ts';

export interface ReviewersOptions {
  repo: string;
  base?: string;
  head?: string;
  files?: string;
  author?: string;
  json?: boolean;
}

const SHOWN = 5;

/** Who should review the change; all reasons where they are asked for. */
export async function suggestReviewers(options: ReviewersOptions, reasons: 'best' | 'all'): Promise<string> {
  const change = await changeOf(options);
  const { model } = await learnClone(options.repo, []);
  const task: Task = { ...emptyTask, type: 'change', author: change.author, files: writtenFiles(change.files) };
  const rules = { at: new Date().toISOString(), allowed: eligiblePeople({ author: change.author }) };
  const codeowners = parseCodeowners(await readCloneCodeowners(options.repo));
  const people = model.reviewers(task, { ...rules, k: SHOWN, codeowners, explain: reasons === 'all' });
  const scores = reasons === 'all' ? scoresOf(model, task, people, rules) : null;
  if (options.json) return JSON.stringify({ reviewers: people, ...(scores && { scores }) });
  const more = scores === null ? [] : [evidenceTables(people), scoresTable(scores)];
  return [said(change, people, reasons), ...more].filter((part) => part !== '').join('\n\n');
}

interface AskedChange {
  files: FileChange[];
  author: string | null;
  /** How the change is named in the answer. */
  name: string;
}

async function changeOf({ repo, base, head, files, author }: ReviewersOptions): Promise<AskedChange> {
  if (files !== undefined) {
    if (base !== undefined || head !== undefined) throw new UsageError('--files goes without --base and --head');
    const paths = files.split(',').map((path) => path.trim().replace(/^\.\//, ''));
    const changed = paths.filter((path) => path !== '').map((path) => ({ path, added: null, deleted: null }));
    if (changed.length === 0) throw new UsageError('--files names no file: give paths with commas between them');
    return { files: changed, author: author ?? null, name: changed.map(({ path }) => path).join(', ') };
  }
  const found = await readBranchChange(repo, { ...(base && { base }), ...(head && { head }) });
  return { files: found.files, author: author ?? found.author, name: `${found.range} by ${author ?? found.author}` };
}

function said(change: AskedChange, people: RankedPerson[], reasons: 'best' | 'all'): string {
  const files = change.files.length === 1 ? '1 file' : `${change.files.length} files`;
  return `Reviewers for ${change.name} (${files})\n\n${peopleTable(people, { reasons })}`;
}
