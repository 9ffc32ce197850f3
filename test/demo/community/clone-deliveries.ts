import type { Simulator } from '../../simulator/simulator.ts';
import type { DemoDelivery } from './demo-delivery.ts';
import type { RecentFile } from './recent-files.ts';

/** Made-up threads about files that are really there. */
export function cloneDeliveries(repository: string, files: RecentFile[]): DemoDelivery[] {
  const [first, second, ...rest] = files;
  if (first === undefined) return [];
  const other = second ?? first;
  const touched = [first, other, ...rest].slice(0, 3).map(({ path }) => path);
  return [
    {
      what: 'issue',
      open: (simulator) => simulator.openIssue(repository, { ...issue(first), author: 'made-up-reporter' }),
    },
    {
      what: 'issue (Chinese)',
      open: (simulator) => simulator.openIssue(repository, { ...chineseIssue(other), author: 'made-up-reporter' }),
    },
    {
      what: 'pull request',
      open: async (simulator) =>
        simulator.openPull(repository, {
          title: `Clarify ${nameOf(first.path)} after “${first.subject}”`,
          body: `A made-up change on top of ${first.sha.slice(0, 10)}. It touches ${touched.map((path) => `\`${path}\``).join(', ')}.`,
          author: 'made-up-contributor',
          files: await withOneMoreLine(simulator, repository, [...new Set(touched)]),
        }),
    },
    {
      what: 'discussion',
      open: (simulator) =>
        simulator.openDiscussion(repository, {
          ...question(first, other),
          author: 'made-up-reporter',
          category: 'Q&A',
        }),
    },
  ];
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? path;
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/') || 'the top folder';
}

function issue({ path, subject, sha }: RecentFile): { title: string; body: string } {
  return {
    title: `${nameOf(path)} behaves differently since “${subject}”`,
    body: `(Made up for a demonstration.)

After updating past ${sha.slice(0, 10)} what \`${path}\` does has changed for us: it fails in a case that used to work.

**Expected:** as before. **Seen:** an error that points to \`${path}\`.

Going back to the commit before “${subject}” helps. Who knows this part?
`,
  };
}

function chineseIssue({ path, subject, sha }: RecentFile): { title: string; body: string } {
  return {
    title: `更新之后 ${nameOf(path)} 出现错误`,
    body: `（演示用的虚构内容。）

更新到 ${sha.slice(0, 10)}（${subject}）之后，\`${path}\` 相关的功能报错，之前的版本正常。请问这是预期的变化，还是需要修改配置？
`,
  };
}

function question(first: RecentFile, other: RecentFile): { title: string; body: string } {
  return {
    title: `How do ${nameOf(first.path)} and ${nameOf(other.path)} work together?`,
    body: `(Made up for a demonstration.)

I would like to extend \`${folderOf(first.path)}\` and see that \`${first.path}\` was changed ${first.times} times lately. What should I read first, and is there
a test that I can copy?
`,
  };
}

async function withOneMoreLine(
  simulator: Simulator,
  repository: string,
  paths: string[],
): Promise<Record<string, string>> {
  const { git, defaultBranch } = simulator.repository(repository);
  const texts = paths.map(
    async (path) => [path, `${(await git.run(['show', `${defaultBranch}:${path}`])).toString()}\n`] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}
