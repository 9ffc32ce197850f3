import type { PersonReason } from '../domain/reason.ts';
import type { ChangeEvidence } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import type { PathTree } from './path-tree.ts';
import type { ReviewQuestion } from './review-question.ts';
import { type ActsAtPaths, type Work, workAt } from './work-at.ts';

const LATELY_DAYS = 90;

/** What speaks for a person, with numbers that can be counted in the history. */
export function reviewerReasons(
  person: number,
  question: ReviewQuestion & { areas: number[] },
  evidence: ChangeEvidence,
  tree: PathTree,
): PersonReason[] {
  const rule = question.owned.get(person)?.rule;
  const owns: PersonReason[] = rule === undefined ? [] : [{ kind: 'owner', pattern: rule.pattern }];
  const reasons: PersonReason[] = ownsEverything(rule?.pattern ?? '') ? [] : [...owns];
  const reviewed = deepestWork(person, question, { table: evidence.reviewedPaths, timelines: evidence.reviews }, tree);
  if (reviewed !== null) reasons.push({ kind: 'reviewed', ...reviewed });
  const changed = deepestWork(person, question, { table: evidence.changedPaths, timelines: evidence.changes }, tree);
  if (changed !== null) reasons.push({ kind: 'changed', ...changed });
  const { author, authorLogin, time } = question;
  if (author !== null) {
    const times = evidence.reviewedAuthors.times(author, time, person);
    if (times > 0) reasons.push({ kind: 'reviewed-author', author: authorLogin, times });
  }
  if (reasons.length > 0) return ownsEverything(rule?.pattern ?? '') ? [...reasons, ...owns] : reasons;
  return owns.length > 0 ? owns : activeLately(person, time, evidence);
}

/** Who owns all files is told so last: it says nothing of these. */
function ownsEverything(pattern: string): boolean {
  return /^[*/]+$/.test(pattern);
}

function activeLately(person: number, time: number, { reviews, changes }: ChangeEvidence): PersonReason[] {
  const after = time - LATELY_DAYS * DAY_MS;
  const times = reviews.countBetween(person, after, time) + changes.countBetween(person, after, time);
  return times > 0 ? [{ kind: 'active', times, days: LATELY_DAYS }] : [];
}

/** The deepest of the areas in which the person worked, the one with most work where several are as deep. */
function deepestWork(
  person: number,
  { areas, time }: { areas: number[]; time: number },
  acts: ActsAtPaths,
  tree: PathTree,
): Work | null {
  let best: { area: number; times: number } | null = null;
  for (const area of areas) {
    if (best !== null && tree.depth(area) < tree.depth(best.area)) break;
    const times = acts.table.times(area, time, person);
    if (times > (best?.times ?? 0)) best = { area, times };
  }
  return best === null ? null : workAt(person, best.area, time, acts, tree);
}

/** Every file and directory asked about, deepest first, then by path. */
export function areasOf(nodes: number[], tree: PathTree): number[] {
  const areas = new Set<number>();
  for (const node of nodes) for (let at = node; at >= 0; at = tree.parent(at)) areas.add(at);
  return [...areas].toSorted((a, b) => tree.depth(b) - tree.depth(a) || (tree.path(a) < tree.path(b) ? -1 : 1));
}
