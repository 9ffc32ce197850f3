import { readCloneFile } from '../github/git-documents.ts';

const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** Text of the first CODEOWNERS file that GitHub would read; '' where there is none. @throws GitError */
export async function readCloneCodeowners(repo: string): Promise<string> {
  for (const place of PLACES) {
    const text = await readCloneFile(repo, place);
    if (text !== null) return text;
  }
  return '';
}
