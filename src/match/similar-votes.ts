import { DAY_MS } from './decay.ts';
import type { People } from './people.ts';
import type { StoredThread } from './thread-store.ts';

/** A thread found by its words. */
export interface SimilarThread {
  thread: StoredThread;
  score: number;
  /** Words shared with the question. */
  terms: string[];
}

/** What similar threads say of one person. */
export interface SimilarWork {
  /** Share of all votes, 0..1. */
  share: number;
  /** The same where lately taken threads count more. */
  lateShare: number;
  /** Those the person took, best first. */
  threads: SimilarThread[];
}

/** Similarity counts squared: a near-duplicate says more than several threads that share a common word. */
const SIMILARITY_POWER = 2;
const VOTE_HALF_LIFE_DAYS = 400;
const LATE_VOTE_HALF_LIFE_DAYS = 60;

/** Lets each similar thread vote for those who took it, by how alike and how recent it is. */
export function similarVotes(similar: SimilarThread[], time: number, people: People): Map<number, SimilarWork> {
  const best = similar[0]?.score ?? 1;
  const votes = new Map<number, SimilarWork>();
  const all = { share: 0, lateShare: 0 };
  for (const found of similar) {
    const alike = (found.score / best) ** SIMILARITY_POWER;
    const ageDays = Math.max(0, (time - found.thread.time) / DAY_MS);
    const vote = alike * ageWeight(ageDays, VOTE_HALF_LIFE_DAYS);
    const lateVote = alike * ageWeight(ageDays, LATE_VOTE_HALF_LIFE_DAYS);
    for (const person of new Set(found.thread.assignees.map(people.personOf))) {
      const work = votes.get(person) ?? { share: 0, lateShare: 0, threads: [] };
      work.share += vote;
      work.lateShare += lateVote;
      work.threads.push(found);
      votes.set(person, work);
      all.share += vote;
      all.lateShare += lateVote;
    }
  }
  for (const work of votes.values()) {
    if (all.share > 0) work.share /= all.share;
    if (all.lateShare > 0) work.lateShare /= all.lateShare;
  }
  return votes;
}

/** A thread of unknown age counts as new. */
function ageWeight(days: number, halfLife: number): number {
  return Number.isNaN(days) ? 1 : 2 ** (-days / halfLife);
}
