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
import { createPackBacktest } from '../triage/backtest-pack.ts';
import { readCloneCodeowners } from './clone-codeowners.ts';
import { timedProgress } from './progress.ts';
import { readPack } from './read-pack.ts';
import { readStoredFacts } from './stored-facts.ts';

/** Of a long history the newest questions count: they are what the next ones will be like. */
const QUESTIONS = 2_000;

type Asked = NonNullable<BacktestSource['asked']>;

/** @throws GitError */
export async function backtestClone(repo: string, task: BacktestTask, asked: Asked): Promise<BacktestReport> {
  const progress = timedProgress();
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
  const progress = timedProgress();
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
  const pack = createPackBacktest(task, { asked });
  await readPack(file, pack.read, 'replaying');
  return pack.report();
}
