import { readCloneOrigin } from '../github/clone-origin.ts';
import { createPackHistory, type ToldHistory, tellFacts } from '../triage/told-history.ts';
import { CommandError } from './fail.ts';
import type { HistorySource } from './history-source.ts';
import { readPack } from './read-pack.ts';
import { readStoredFacts } from './stored-facts.ts';

/** A clone holds no threads: of it only the name counts, by which the app knows them. @throws CommandError, GitError, DatabaseError */
export async function readHistory({ repo, pack, repository }: HistorySource): Promise<ToldHistory> {
  if (pack !== undefined) {
    const told = createPackHistory();
    await readPack(pack, told.read, 'reading');
    return told.history();
  }
  return tellFacts(await readStoredFacts(repository ?? (await originOf(repo ?? '.'))));
}

async function originOf(repo: string): Promise<string> {
  const origin = await readCloneOrigin(repo);
  if (origin !== null) return origin;
  throw new CommandError(
    `${repo}: a clone holds no threads, and this one does not tell where it was taken from (remote origin): ` +
      'give what the app has learnt with --repository owner/name, or a pack with --pack',
  );
}
