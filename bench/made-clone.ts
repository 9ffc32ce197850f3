import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChangeFact } from '../src/domain/fact.ts';

export interface MadeClone {
  directory: string;
  remove(): Promise<void>;
}

/** A bare clone whose commits are these changes, packed as git packs what it sends; the same every time. */
export async function makeClone(changes: Iterable<ChangeFact>): Promise<MadeClone> {
  const directory = await mkdtemp(join(tmpdir(), 'commscore-bench-clone-'));
  const git = (...args: string[]) => execFileSync('git', ['-C', directory, ...args], { stdio: 'ignore' });
  git('init', '--quiet', '--bare', '--initial-branch=main');
  const importing = spawn('git', ['-C', directory, 'fast-import', '--quiet'], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(importing, 'exit');
  let number = 0;
  for (const change of changes) {
    number++;
    if (!importing.stdin.write(commit(change, number))) await once(importing.stdin, 'drain');
  }
  importing.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  git('repack', '--quiet', '-a', '-d', '-f');
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

function commit({ author, time, title, body, reviewers, files }: ChangeFact, number: number): string {
  const seconds = Math.floor(Date.parse(time) / 1000);
  const trailer = reviewers.length === 0 ? '' : `\n\nReviewers: ${reviewers.map(person).join(', ')}`;
  const lines = [
    'commit refs/heads/main',
    `committer ${person(author ?? 'nobody')} ${seconds} +0000`,
    data(`${title}\n\n${body}${trailer}\n`),
  ];
  for (const { path } of files) lines.push(`M 100644 inline ${quoted(path)}`, data(`${path}, change ${number}\n`));
  return `${lines.join('\n')}\n`;
}

/** Packs call people `Name#hash`. */
function person(id: string): string {
  const [name = '', hash = name] = id.replace(/[<>,\n]/g, ' ').split('#');
  return `${name} <${hash.replace(/\s/g, '.')}@example.org>`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

function quoted(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
