import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { gitEnvironment } from './git-process.ts';

export interface GitObject {
  oid: string;
  type: 'blob' | 'tree' | 'commit' | 'tag';
  content: Buffer;
}

/** Reads objects through one running git, since starting one for each costs more than all else together. */
export interface ObjectReader {
  /** By any revision, such as `main`, `HEAD:path` or `main^{commit}`; null where there is none. */
  read(revision: string): Promise<GitObject | null>;
  close(): void;
}

type Batch = ChildProcessByStdio<Writable, Readable, null>;

export function objectReader(directory: string): ObjectReader {
  let batch: Batch | null = null;
  let buffered = Buffer.alloc(0);
  const asked: { resolve(object: GitObject | null): void; reject(error: Error): void }[] = [];

  function started(): Batch {
    const child = spawn('git', ['-C', directory, 'cat-file', '--batch'], {
      env: gitEnvironment,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child.stdout.on('data', (chunk: Buffer) => {
      buffered = Buffer.concat([buffered, chunk]);
      answerAsked();
    });
    child.stdin.on('error', () => undefined);
    child.on('error', () => fail('cannot run git: is it installed and on PATH?'));
    child.on('close', () => fail(`git cat-file ended in ${directory}`));
    return child;
  }

  function fail(message: string): void {
    batch = null;
    buffered = Buffer.alloc(0);
    for (const { reject } of asked.splice(0)) reject(new Error(message));
  }

  function answerAsked(): void {
    for (let answer = nextAnswer(buffered); answer !== null; answer = nextAnswer(buffered)) {
      buffered = buffered.subarray(answer.length);
      asked.shift()?.resolve(answer.object);
    }
  }

  return {
    read: (revision) => {
      if (/[\n\r\0]/.test(revision) || revision === '') return Promise.resolve(null);
      batch ??= started();
      const { stdin } = batch;
      return new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        stdin.write(`${revision}\n`);
      });
    },
    close: () => batch?.kill(),
  };
}

/** The first whole answer in the buffer, and how long it is. */
function nextAnswer(buffer: Buffer): { object: GitObject | null; length: number } | null {
  const end = buffer.indexOf(10);
  if (end < 0) return null;
  const [oid = '', type = '', size = ''] = buffer.subarray(0, end).toString().split(' ');
  // `NAME missing` and `NAME ambiguous` have no content.
  if (!/^[0-9a-f]{40}$/.test(oid) || !/^\d+$/.test(size)) return { object: null, length: end + 1 };
  const length = end + 1 + Number(size) + 1;
  if (buffer.length < length) return null;
  const content = Buffer.from(buffer.subarray(end + 1, length - 1));
  return { object: { oid, type: type as GitObject['type'], content }, length };
}
