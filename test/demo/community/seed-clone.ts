import { basename, resolve } from 'node:path';
import { GitError } from '../../simulator/git-process.ts';
import { resolveRevision } from '../../simulator/git-read.ts';
import { copyGitRepository, type GitRepository } from '../../simulator/git-repository.ts';
import { repositoryDirectory } from '../../simulator/seed.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { cloneAuthors } from './clone-authors.ts';
import { cloneDeliveries } from './clone-deliveries.ts';
import type { SeededRepository } from './demo-delivery.ts';
import { commonLabels } from './past-threads.ts';
import { recentFiles } from './recent-files.ts';

const owner = 'local-demo';
/** The most active authors may be assigned. */
const collaborators = 100;

/** What was given is not a repository that can be shown; the message says why. */
export class CloneError extends Error {
  override name = 'CloneError';
}

/**
 * A copy of a local repository with its real history and people, on the simulated GitHub; the original is only read.
 * @throws CloneError where there is no usable repository.
 */
export async function seedClone(simulator: Simulator, path: string): Promise<SeededRepository> {
  const { world } = simulator;
  const name =
    basename(resolve(path))
      .replace(/\.git$/, '')
      .replace(/[^\w.-]+/g, '-') || 'repository';
  const git = await copied(resolve(path), repositoryDirectory(world, owner, name));
  const defaultBranch = await headBranch(git, path);
  const [authors, files, highest] = await Promise.all([
    cloneAuthors(git, defaultBranch),
    recentFiles(git, defaultBranch),
    highestNumber(git, defaultBranch),
  ]);
  for (const author of authors) {
    simulator.addAccount({ login: author.login, name: author.name, emails: author.emails });
  }
  const able = authors.filter(({ login }) => !login.endsWith('[bot]')).slice(0, collaborators);
  const repository = await simulator.addRepository({
    owner,
    name,
    git,
    defaultBranch,
    labels: [...commonLabels, 'documentation'],
    categories: [{ name: 'Q&A', answerable: true }],
    collaborators: Object.fromEntries(able.map(({ login }) => [login, 'write' as const])),
  });
  repository.nextNumber = highest + 1;
  await addOwnerConfig(simulator);
  await simulator.install(owner);
  const commits = Number((await git.run(['rev-list', '--count', defaultBranch])).toString());
  const deliveries = cloneDeliveries(`${owner}/${name}`, files);
  return { repository: `${owner}/${name}`, people: authors.length, commits, threads: 0, deliveries };
}

async function copied(source: string, target: string): Promise<GitRepository> {
  try {
    return await copyGitRepository(source, target);
  } catch (cause) {
    if (!(cause instanceof GitError)) throw cause;
    throw new CloneError(`${source} cannot be cloned (${cause.stderr.trim()}): give the folder of a git repository`, {
      cause,
    });
  }
}

/** Of a detached HEAD a branch is made. */
async function headBranch(git: GitRepository, path: string): Promise<string> {
  const head = await resolveRevision(git, 'HEAD');
  if (head === null) throw new CloneError(`${path} has no commits on its current branch`);
  const name = (await git.run(['rev-parse', '--abbrev-ref', 'HEAD'])).toString().trim();
  if (name !== 'HEAD') return name;
  await git.run(['update-ref', 'refs/heads/demo-head', head]);
  await git.run(['symbolic-ref', 'HEAD', 'refs/heads/demo-head']);
  return 'demo-head';
}

/** Numbers that commits speak of are taken. */
async function highestNumber(git: GitRepository, branch: string): Promise<number> {
  const subjects = (await git.run(['log', '-5000', '--format=%s', '--end-of-options', branch])).toString();
  const numbers = [...subjects.matchAll(/#(\d{1,7})\b/g)].map(([, digits]) => Number(digits));
  return numbers.reduce((highest, number) => Math.max(highest, number), 0);
}

/** The demonstration does not wait before it comments; a setting of the repository itself wins. */
async function addOwnerConfig(simulator: Simulator): Promise<void> {
  await simulator.addRepository({ owner, name: '.github' });
  const files = { '.github/commscore.yml': 'settle: 0s\n' };
  await simulator.push(`${owner}/.github`, {
    author: owner,
    message: 'Configure CommScore for the demonstration',
    files,
  });
}
