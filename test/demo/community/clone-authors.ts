import type { GitRepository } from '../../simulator/git-repository.ts';

/** Somebody who wrote commits, under a login that is theirs or made of their name. */
export interface CloneAuthor {
  login: string;
  name: string;
  emails: string[];
  commits: number;
}

const readCommits = 5000;
const longestLogin = 39;

/** Authors of the latest commits, most active first. */
export async function cloneAuthors(git: GitRepository, revision: string): Promise<CloneAuthor[]> {
  const out = await git.run([
    'log',
    `-${readCommits}`,
    '--no-merges',
    '--format=%aN%x00%aE',
    '--end-of-options',
    revision,
  ]);
  const byEmail = new Map<string, { name: string; commits: number }>();
  for (const line of out.toString().split('\n')) {
    const [name = '', email = ''] = line.split('\0');
    if (email === '') continue;
    const known = byEmail.get(email.toLowerCase()) ?? { name, commits: 0 };
    byEmail.set(email.toLowerCase(), { ...known, commits: known.commits + 1 });
  }
  return merged(byEmail).toSorted((a, b) => b.commits - a.commits || a.login.localeCompare(b.login));
}

/** One person a name or login, with all their addresses. */
function merged(byEmail: Map<string, { name: string; commits: number }>): CloneAuthor[] {
  const authors = new Map<string, CloneAuthor>();
  for (const [email, { name, commits }] of byEmail) {
    const login = loginOf(name, email);
    const key = login.toLowerCase();
    const known = authors.get(key) ?? { login, name, emails: [], commits: 0 };
    authors.set(key, { ...known, emails: [...known.emails, email], commits: known.commits + commits });
  }
  return [...authors.values()];
}

/** Safe in addresses whatever the name is: letters, digits and single hyphens, as on GitHub. */
export function loginOf(name: string, email: string): string {
  const [, noreply] =
    /^(?:\d+\+)?([a-z\d](?:[a-z\d-]{0,38})(?:\[bot\])?)@users\.noreply\.github\.com$/i.exec(email) ?? [];
  if (noreply !== undefined) return noreply;
  const fromName = slug(name);
  const [, local = ''] = /^([^@]*)@/.exec(email) ?? [];
  const made = fromName === '' ? slug(local) : fromName;
  return made === '' ? `author-${Buffer.from(email).toString('hex').slice(0, 8)}` : made;
}

function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longestLogin)
    .replace(/-$/, '');
}
