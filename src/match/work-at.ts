import type { ChangeRecord } from './change-evidence.ts';
import { DAY_MS } from './decay.ts';
import type { EvidenceTable } from './evidence-table.ts';
import type { PathTree } from './path-tree.ts';
import type { Timelines } from './timelines.ts';

/** What somebody did at a path. */
export interface Work {
  path: string;
  times: number;
  lastDays: number;
}

/** Acts of one kind: counted by path, and one by one. */
export interface ActsAtPaths {
  table: EvidenceTable;
  timelines: Timelines<ChangeRecord>;
}

/** What a person did at a file or below a directory until a time; null for nothing. */
export function workAt(person: number, node: number, time: number, acts: ActsAtPaths, tree: PathTree): Work | null {
  const times = acts.table.times(node, time, person);
  if (times === 0) return null;
  const known = acts.table.last(node, time, person);
  const last = Number.isNaN(known) ? findLast(person, node, time, acts, tree) : known;
  if (last === null) return null;
  return { path: tree.path(node), times, lastDays: Math.floor((time - last) / DAY_MS) };
}

function findLast(
  person: number,
  node: number,
  time: number,
  { timelines }: ActsAtPaths,
  tree: PathTree,
): number | null {
  const touches = ({ files }: ChangeRecord) => files.some((file) => tree.within(file, node));
  return timelines.lastWhere(person, time, touches)?.time ?? null;
}
