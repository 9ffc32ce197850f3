import type { WorkThread } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';
import { interestIn, type PersonView } from './person-view.ts';

/** Where somebody's next task is looked for closely, so that an answer takes no longer for more open threads. */
export const LOOKED_AT = { interesting: 30, welcoming: 15, latest: 15 };

const WELCOME =
  /(?:^| )(?:good first (?:issue|bug|contribution)|first timers? only|help wanted|up for grabs|(?:pr|contributions?) welcome|low hanging fruit|beginners?|newcomers?|easy|starter|新手任务|欢迎贡献|适合新手)(?: |$)/;
const UNWANTED =
  /^(?:stale|wont ?fix|invalid|duplicate|blocked|on hold|status (?:stale|blocked|duplicate|invalid|on hold)|lifecycle (?:stale|rotten)|(?:no|inactive) (?:recent )?activity|已过期|重复|无效)$/;

/** The label by which a thread is meant for newcomers or for whoever wants to help; null where it has none. */
export function welcomeOf(labels: readonly string[]): string | null {
  return labels.find((name) => WELCOME.test(plain(name))) ?? null;
}

/** About to be closed, or with nothing to do for anybody now. */
export function isUnwanted(labels: readonly string[]): boolean {
  return labels.some((name) => UNWANTED.test(plain(name)));
}

function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const THREADS_A_PIECE = 2000;

interface Free {
  thread: WorkThread;
  areas: string[];
}

/**
 * Numbers of the issues and discussions that are open, without an answer, nobody's and not their own, which are worth a
 * closer look: those where they are most active, those that are meant for whoever comes, and the latest.
 */
export function* freeTasks(view: PersonView): Steps<string[]> {
  const free: Free[] = [];
  const holding = new Map<string, number>();
  yield* rested(view.work.threads, THREADS_A_PIECE, (thread) => {
    if (!isFree(thread, view.person)) return;
    const areas = view.areas.ofThread(thread);
    for (const area of areas) holding.set(area, (holding.get(area) ?? 0) + 1);
    free.push({ thread, areas });
  });
  const rarity = (area: string) => Math.log(1 + free.length / (holding.get(area) ?? 1));
  const latest = free.sort((a, b) => b.thread.time - a.thread.time || (a.thread.id < b.thread.id ? -1 : 1));
  const fitting: { id: string; fit: number }[] = [];
  yield* rested(latest, THREADS_A_PIECE, ({ thread, areas }) => {
    let fit = 0;
    for (const area of areas) fit += interestIn(view, area) * rarity(area);
    if (fit > 0) fitting.push({ id: thread.id, fit });
  });
  // Stable: of equal ones the latest comes first.
  const interesting = fitting.sort((a, b) => b.fit - a.fit).slice(0, LOOKED_AT.interesting);
  const welcoming = latest.filter(({ thread }) => welcomeOf(thread.labels) !== null).slice(0, LOOKED_AT.welcoming);
  const chosen = [...welcoming, ...latest.slice(0, LOOKED_AT.latest)].map(({ thread }) => thread.id);
  return [...new Set([...interesting.map(({ id }) => id), ...chosen])];
}

function isFree({ standing, type, assignees, author, labels }: WorkThread, person: number | null): boolean {
  const isOwn = author !== null && author === person;
  return standing === 'open' && type !== 'pull' && assignees.length === 0 && !isOwn && !isUnwanted(labels);
}
