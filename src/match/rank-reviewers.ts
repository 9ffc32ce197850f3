import type { RankedPerson } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import type { ChangeEvidence } from './change-evidence.ts';
import type { Codeowners } from './codeowners.ts';
import { ownersOf } from './owners.ts';
import type { PathTree } from './path-tree.ts';
import type { People } from './people.ts';
import { reviewerProbability } from './probability.ts';
import { type ReviewQuestion, reviewerFeatures } from './reviewer-features.ts';
import { areasOf, reviewerReasons } from './reviewer-reasons.ts';
import { reviewerWeights } from './reviewer-weights.ts';
import { type Scored, scoreShares, weighFeatures } from './score-shares.ts';

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
  const candidates = candidatesOf(known, rules.time, owners.keys());
  const question: ReviewQuestion = {
    time: rules.time,
    author: task.author === null ? null : people.find(task.author),
    authorLogin: task.author ?? '',
    nodes: paths.map(tree.deepestKnown),
    files: paths.map(tree.find),
    paths,
    owned: new Map([...candidates].map(([login, person]) => [person, owners.get(login)?.share ?? 0])),
  };
  const numbers = Math.max(people.highest(), ...candidates.values()) + 1;
  const features = reviewerFeatures(evidence, tree, question, [...candidates.values()], numbers);
  const weighed = weighFeatures(features, reviewerWeights, numbers);
  const author = task.author?.toLowerCase();
  const scored: Scored[] = [];
  for (const [folded, person] of candidates) {
    const login = person > people.highest() ? (owners.get(folded)?.login ?? folded) : people.loginOf(person);
    if (folded === author || !rules.allowed(login)) continue;
    scored.push({ person, login, score: weighed[person] ?? 0 });
  }
  const areas = areasOf(question.nodes, tree);
  return scoreShares(scored, rules.k).map(({ person, login, share }) => ({
    login,
    score: share,
    probability: reviewerProbability(share),
    reasons: reviewerReasons(person, { ...question, areas }, evidence, tree, owners.get(login.toLowerCase())?.rule),
  }));
}

/** By folded login: everybody who wrote or reviewed by then, and owners, numbered on where no fact names them. */
function candidatesOf({ evidence, people }: KnownChanges, time: number, owners: Iterable<string>): Map<string, number> {
  const candidates = new Map<string, number>();
  for (let person = 1; person <= people.highest(); person++) {
    if (evidence.reviews.last(person, time) === null && evidence.changes.last(person, time) === null) continue;
    candidates.set(people.loginOf(person).toLowerCase(), person);
  }
  let next = people.highest() + 1;
  for (const login of owners) {
    if (!candidates.has(login)) candidates.set(login, people.find(login) ?? next++);
  }
  return candidates;
}
