import type { Acceptance } from '../domain/acceptance.ts';
import type { ItemKind } from '../domain/suggested-item.ts';
import type { Moved } from './digest-moved.ts';
import type { Risks } from './digest-risks.ts';
import type { Waits } from './digest-waits.ts';

/** Something to do, with the measure that it comes from. */
export type Advice =
  /** Threads in which the last word was not the maintainers'. */
  | { kind: 'answer-waiting'; threads: number; mostDays: number }
  | { kind: 'review-waiting'; pulls: number; mostDays: number }
  /** Whose author was answered and has said nothing since. */
  | { kind: 'ask-authors'; threads: number; mostDays: number }
  | { kind: 'second-owner'; directory: string; files: number; filesAtRisk: number }
  | { kind: 'share-load'; overloaded: number; capacity: number; most: number; beyond: number }
  | { kind: 'answer-sooner'; hours: number; hoursBefore: number }
  | { kind: 'backlog-grows'; opened: number; ended: number }
  | { kind: 'silent-label'; label: string; accepted: number; decided: number; judged: number }
  | { kind: 'silent-kind'; item: ItemKind; accepted: number; decided: number; judged: number };

export interface AdviceSource {
  moved: { now: Moved; before: Moved } | null;
  waits: Waits | null;
  risks: Risks | null;
  acceptance: readonly Acceptance[];
  /** Threads that are open. */
  open: number;
}

interface Weighed {
  advice: Advice;
  /** The part of what it is about that would be helped, 0..1: of open threads, files, held work, waiting time, answers. */
  share: number;
}

/** Less is noise. */
const LEAST_SHARE = 0.02;
/** Waiting grew by so much at least. */
const SLOWER = 1.5;
const FEWEST_HOURS = 24;
const MOST = 8;

/** What would help the greatest part of what it is about first. */
export function adviceOf(source: AdviceSource): Advice[] {
  const found = [...aboutWaits(source), ...aboutRisks(source), ...aboutPace(source), ...aboutSilence(source)];
  return found
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share || (a.advice.kind < b.advice.kind ? -1 : 1))
    .slice(0, MOST)
    .map(({ advice }) => advice);
}

function aboutWaits({ waits, open }: AdviceSource): Weighed[] {
  if (waits === null || open === 0) return [];
  const { maintainers, reviewers, author } = waits.byTurn;
  const found: Weighed[] = [
    { advice: { kind: 'answer-waiting', ...maintainers }, share: maintainers.threads / open },
    {
      advice: { kind: 'review-waiting', pulls: reviewers.threads, mostDays: reviewers.mostDays },
      share: reviewers.threads / open,
    },
    // It is theirs to answer: worth less than what maintainers can do by themselves.
    { advice: { kind: 'ask-authors', ...author }, share: author.threads / open / 2 },
  ];
  return found.filter(({ share }) => share > 0);
}

function aboutRisks({ risks }: AdviceSource): Weighed[] {
  const found: Weighed[] = [];
  const { knowledge, load } = risks ?? { knowledge: null, load: null };
  const [first] = knowledge?.directories ?? [];
  if (knowledge !== null && first !== undefined) {
    found.push({ advice: { kind: 'second-owner', ...first }, share: first.filesAtRisk / knowledge.files });
  }
  if (load !== null) {
    const { overloaded, capacity, most, beyond } = load;
    found.push({ advice: { kind: 'share-load', overloaded, capacity, most, beyond }, share: beyond / load.held });
  }
  return found;
}

function aboutPace({ moved, open }: AdviceSource): Weighed[] {
  if (moved === null) return [];
  const { now, before } = moved;
  const found: Weighed[] = [];
  const [hours, hoursBefore] = [now.responseHours, before.responseHours];
  if (hours !== null && hoursBefore !== null && hours >= FEWEST_HOURS && hours >= SLOWER * hoursBefore) {
    found.push({ advice: { kind: 'answer-sooner', hours, hoursBefore }, share: 1 - hoursBefore / hours });
  }
  // Once may be chance.
  const grew = now.opened - now.ended;
  if (open > 0 && grew > 0 && before.opened > before.ended) {
    found.push({ advice: { kind: 'backlog-grows', opened: now.opened, ended: now.ended }, share: grew / open });
  }
  return found;
}

function aboutSilence({ acceptance }: AdviceSource): Weighed[] {
  return acceptance.flatMap(({ kind, label, silent, outcomes, decided, judged }): Weighed[] => {
    if (silent === null || judged === 0) return [];
    const counts = { accepted: outcomes.accepted, decided, judged };
    const advice: Advice =
      label === null ? { kind: 'silent-kind', item: kind, ...counts } : { kind: 'silent-label', label, ...counts };
    // Nothing is said any more, so nobody is bothered by it either.
    return [{ advice, share: (1 - outcomes.accepted / judged) / 4 }];
  });
}
