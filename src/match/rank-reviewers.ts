import type { RankedPerson } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import type { ChangeEvidence } from './change-evidence.ts';
import type { Codeowners } from './codeowners.ts';
import { weighFeatures } from './feature-columns.ts';
import { type Owner, ownersOf } from './owners.ts';
import type { PathTree } from './path-tree.ts';
import type { People } from './people.ts';
import { reviewerProbability } from './probability.ts';
import { type ReviewQuestion, reviewerFeatures } from './reviewer-features.ts';
import { areasOf, reviewerReasons } from './reviewer-reasons.ts';
import { reviewerWeights } from './reviewer-weights.ts';
import { scoreShares } from './score-shares.ts';

const MAX_FILES = 100;

/** What ranking people by changes draws on. */
export interface KnownChanges {
  evidence: ChangeEvidence;
  tree: PathTree;
  people: People;
}

export interface RankRules {
  time: number;
  k: number;
  allowed: (login: string) => boolean;
  codeowners: Codeowners;
}

/** Best reviewers first; equal ones by login. The author is never among them. */
export function rankReviewers(known: KnownChanges, task: Task, rules: RankRules): RankedPerson[] {
  const { evidence, tree, people } = known;
  const paths = task.files.slice(0, MAX_FILES).map(({ path }) => path);
  const owners = ownersOf(paths, rules.codeowners);
  const strangers = [...owners.keys()].filter((folded) => people.find(folded) === null);
  const numberOf = (folded: string) => people.find(folded) ?? people.highest() + 1 + strangers.indexOf(folded);
  const owned = new Map([...owners].map(([folded, owner]) => [numberOf(folded), owner]));
  const candidates = candidatesOf(known, rules.time, owned);
  const question: ReviewQuestion = {
    time: rules.time,
    author: task.author === null ? null : people.find(task.author),
    authorLogin: task.author ?? '',
    nodes: paths.map(tree.deepestKnown),
    files: paths.map(tree.find),
    paths,
    owned,
  };
  const numbers = people.highest() + 1 + strangers.length;
  const features = reviewerFeatures(evidence, tree, question, candidates, numbers);
  const weighed = weighFeatures(features, reviewerWeights, candidates.length);
  const author = task.author?.toLowerCase();
  const nameOf = (person: number) => {
    const login = person > people.highest() ? (owned.get(person)?.login ?? '') : people.loginOf(person);
    return login.toLowerCase() !== author && rules.allowed(login) ? login : null;
  };
  const usual = evidence.usualReviewers(rules.time);
  const areas = areasOf(question.nodes, tree);
  return scoreShares(candidates, weighed, rules.k, nameOf).map(({ person, login, share }) => ({
    login,
    score: share,
    probability: reviewerProbability(share, usual),
    reasons: reviewerReasons(person, { ...question, areas }, evidence, tree),
  }));
}

/** Everybody who wrote or reviewed by then, and owners. */
function candidatesOf({ evidence, people }: KnownChanges, time: number, owned: Map<number, Owner>): number[] {
  const candidates: number[] = [];
  for (let person = 1; person <= people.highest() + owned.size; person++) {
    const last = Math.max(evidence.reviews.last(person, time), evidence.changes.last(person, time));
    if (last > Number.NEGATIVE_INFINITY || owned.has(person)) candidates.push(person);
  }
  return candidates;
}
