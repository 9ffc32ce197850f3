import { runGit } from './git-command.ts';
import { openRepository } from './git-repository.ts';

/** `owner/name` where a clone was taken from, by the last two parts of its address; null where it does not tell. @throws GitError */
export async function readCloneOrigin(path: string): Promise<string | null> {
  const { directory, access } = await openRepository(path);
  // Without --get it fails where there is none; a list never does.
  const settings = await runGit({ args: ['config', '--list', '-z'], directory, ...access });
  const entry = settings.split('\0').find((line) => line.startsWith('remote.origin.url\n'));
  const found = /([\w.-]+)\/([\w.-]+?)(?:\.git)?\/*$/.exec(
    entry?.replace(/^[^\n]*\n/, '').replace(/^.*:(?!\/\/)/, '') ?? '',
  );
  return found === null ? null : `${found[1]}/${found[2]}`;
}
