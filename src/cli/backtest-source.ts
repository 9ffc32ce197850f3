import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { count } from '../comment/backtest-words.ts';
import { defaultConfig } from '../config/repository-config.ts';
import type { BacktestReport, BacktestTask } from '../domain/backtest-report.ts';
import type { Fact } from '../domain/fact.ts';
import type { EvidenceCount, EvidenceKind } from '../domain/review-evidence.ts';
import { readCommits } from '../github/git-changes.ts';
import { readCloneDocuments } from '../github/git-documents.ts';
import { parseCodeowners } from '../match/codeowners.ts';
import type { BacktestSource } from '../triage/backtest.ts';
import { backtestHistory } from '../triage/backtest-history.ts';
import { createPackBacktest, PackError } from '../triage/backtest-pack.ts';
import { readCloneCodeowners } from './clone-codeowners.ts';
import { CommandError } from './fail.ts';
import { progressLine, progressText } from './progress.ts';
import { readStoredFacts } from './stored-facts.ts';

/** Of a long history the newest questions count: they are what the next ones will be like. */
const QUESTIONS = 2_000;

type Asked = NonNullable<BacktestSource['asked']>;

/** @throws GitError */
export async function backtestClone(repo: string, task: BacktestTask, asked: Asked): Promise<BacktestReport> {
  const progress = startProgress();
  try {
    const facts: Fact[] = await readCloneDocuments(repo, defaultConfig.related.docs);
    const told = new Map<EvidenceKind, number>();
    const evidence = (kind: EvidenceKind) => void told.set(kind, (told.get(kind) ?? 0) + 1);
    for await (const some of readCommits(repo, { evidence })) {
      facts.push(...some);
      progress.update('reading commits', null, `${count(facts.length)} changes`);
    }
    const codeowners = task === 'reviewers' ? await readCloneCodeowners(repo) : '';
    progress.restart();
    return backtestHistory(facts, {
      task,
      questions: QUESTIONS,
      asked,
      evidence: task === 'reviewers' ? countsOf(told) : [],
      ...(codeowners === '' ? {} : { codeowners: parseCodeowners(codeowners) }),
      progress: (done, total) =>
        progress.update('replaying', done / Math.max(1, total), `${count(done)} of ${count(total)}`),
    });
  } finally {
    progress.end();
  }
}

/** Of what the app has learnt of a repository. @throws DatabaseError, CommandError */
export async function backtestStored(name: string, task: BacktestTask, asked: Asked): Promise<BacktestReport> {
  const facts = await readStoredFacts(name);
  const progress = startProgress();
  try {
    return backtestHistory(facts, {
      task,
      questions: QUESTIONS,
      asked,
      progress: (done, total) =>
        progress.update('replaying', done / Math.max(1, total), `${count(done)} of ${count(total)}`),
    });
  } finally {
    progress.end();
  }
}

/** The best evidence first. */
const KINDS = ['trailer', 'merged', 'signed-off', 'committed'] as const satisfies EvidenceKind[];

function countsOf(told: ReadonlyMap<EvidenceKind, number>): EvidenceCount[] {
  return KINDS.flatMap((kind) => {
    const changes = told.get(kind) ?? 0;
    return changes === 0 ? [] : [{ kind, changes }];
  });
}

/** @throws CommandError where the file cannot be read or is not understood. */
export async function backtestPack(file: string, task: BacktestTask, asked: Asked): Promise<BacktestReport> {
  const progress = startProgress();
  const pack = createPackBacktest(task, { asked });
  let lines = 0;
  try {
    const { text, share } = await openPack(file);
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      pack.read(line);
      progress.update('replaying', share(), `${count(++lines)} lines`);
    }
  } catch (cause) {
    if (cause instanceof PackError) throw new CommandError(`${file}, ${cause.message}`, { cause });
    const { code } = cause as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw cause;
    throw new CommandError(`${file} cannot be read (${code}): give a JSON-lines file, plain or gzipped`, { cause });
  } finally {
    progress.end();
  }
  return pack.report();
}

interface OpenPack {
  text: Readable;
  /** Of the file that is read; null for standard input, whose length nobody knows. */
  share(): number | null;
}

async function openPack(file: string): Promise<OpenPack> {
  if (file === '-') return { text: process.stdin, share: () => null };
  const { size } = await stat(file);
  // Small pieces, so that what was read is about what was replayed.
  const bytes = createReadStream(file, { highWaterMark: 16_384 });
  const share = () => (size === 0 ? null : bytes.bytesRead / size);
  if (!file.endsWith('.gz')) return { text: bytes, share };
  const text = createGunzip();
  // A stream that fails does not end the one it is piped to, and readline would wait for ever.
  bytes.on('error', (error) => text.destroy(error));
  return { text: bytes.pipe(text), share };
}

function startProgress() {
  const line = progressLine();
  let started = performance.now();
  return {
    update(what: string, share: number | null, items: string) {
      line.update(progressText({ what, share, items, seconds: (performance.now() - started) / 1000 }));
    },
    /** What comes now takes its own time. */
    restart() {
      started = performance.now();
    },
    end: line.end,
  };
}
