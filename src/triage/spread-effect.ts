import type { Fact } from '../domain/fact.ts';
import type { RankingScores } from '../domain/ranking-scores.ts';
import type { SpreadEffect } from '../domain/spread-effect.ts';
import { createKnowledgeLedger, type KnowledgeLedger } from './knowledge-ledger.ts';
import { createRankingTally } from './ranking-scores.ts';

/** What a question was answered with `spreadKnowledge` off and on, best first. */
export interface SpreadAnswers {
  off: readonly string[];
  on: readonly string[];
}

/** Three histories side by side: as it went, and as if those suggested had reviewed, with `spreadKnowledge` off and on. */
export interface SpreadTrial {
  learn(fact: Fact): void;
  /** In each history as many review as really did. */
  ask(change: { paths: string[]; time: number; right: ReadonlySet<string> }, answers: SpreadAnswers): void;
  /** Null where nothing was asked. */
  effect(): SpreadEffect | null;
}

export function createSpreadTrial(): SpreadTrial {
  const real = createKnowledgeLedger();
  const off = createKnowledgeLedger();
  const on = createKnowledgeLedger();
  const offTally = createRankingTally();
  const onTally = createRankingTally();
  let latest: number | null = null;

  return {
    learn(fact) {
      if (fact.kind !== 'change') return;
      const { author, reviewers, files } = fact;
      const change = { time: Date.parse(fact.time), author, reviewers, paths: files.map(({ path }) => path) };
      for (const ledger of [real, off, on]) ledger.learn(change);
    },
    ask({ paths, time, right }, answers) {
      if (Number.isNaN(time)) return;
      latest = Math.max(time, latest ?? time);
      offTally.count(answers.off, right);
      onTally.count(answers.on, right);
      const reviews: [KnowledgeLedger, readonly string[]][] = [
        [real, [...right]],
        [off, answers.off.slice(0, right.size)],
        [on, answers.on.slice(0, right.size)],
      ];
      for (const [ledger, people] of reviews) for (const person of people) ledger.suggest(person, paths, time);
    },
    effect() {
      if (latest === null) return null;
      const at = latest;
      const outcome = (ledger: KnowledgeLedger, scores: RankingScores) => ({
        filesAtRisk: ledger.filesAtRisk(at),
        gini: ledger.gini(),
        scores,
      });
      return {
        filesAtRisk: real.filesAtRisk(at),
        giniOfReviews: real.gini(),
        off: outcome(off, offTally.scores()),
        on: outcome(on, onTally.scores()),
      };
    },
  };
}
