import { factId, type LinkFact } from '../domain/fact.ts';
import { readTime } from './read-time.ts';

/** Which thread duplicates which: a function of the set of links, and of what threads say of themselves. */
export interface DuplicateLinks {
  learn(fact: LinkFact): void;
  /** `id` is what `factId` says of the link. */
  remove(id: string): void;
  /** Where a chain of duplicates ends; the thread itself where nothing says that it is one, or where a chain is a circle. */
  root(thread: string): string;
  /** All links, those that are only related too: they are facts like others. */
  all(): Iterable<LinkFact>;
}

/** `saidOf` is what a thread itself stands marked as: no link counts against it. */
export function createDuplicateLinks(
  saidOf: (thread: string) => string | null | undefined = () => undefined,
): DuplicateLinks {
  const links = new Map<string, LinkFact>();
  const byOrigin = new Map<string, Map<string, LinkFact>>();

  /** The latest word on it counts. */
  function next(thread: string): string | null {
    const said = saidOf(thread);
    if (said !== undefined) return said;
    let latest: LinkFact | null = null;
    for (const link of byOrigin.get(thread)?.values() ?? []) {
      if (latest === null || isLater(link, latest)) latest = link;
    }
    return latest?.to ?? null;
  }

  function remove(id: string): void {
    const link = links.get(id);
    if (link === undefined) return;
    links.delete(id);
    const siblings = byOrigin.get(link.from);
    siblings?.delete(id);
    if (siblings?.size === 0) byOrigin.delete(link.from);
  }

  return {
    learn(link) {
      const id = factId(link);
      remove(id);
      links.set(id, link);
      if (link.type !== 'duplicate') return;
      const siblings = byOrigin.get(link.from) ?? new Map<string, LinkFact>();
      byOrigin.set(link.from, siblings.set(id, link));
    },
    remove,
    root(thread) {
      const seen = new Set([thread]);
      let root = thread;
      for (let to = next(root); to !== null; to = next(root)) {
        if (seen.has(to)) return thread;
        seen.add(to);
        root = to;
      }
      return root;
    },
    all: () => links.values(),
  };
}

function isLater(one: LinkFact, other: LinkFact): boolean {
  const [time, otherTime] = [readTime(one.time) ?? 0, readTime(other.time) ?? 0];
  return time > otherTime || (time === otherTime && one.to > other.to);
}
