import { DAY_MS } from '../match/decay.ts';
import type { KnownWork } from '../match/known-work.ts';
import { rested } from '../match/rested.ts';
import { decayed } from '../match/score-decay.ts';
import { exact } from '../match/shares.ts';
import type { Steps } from '../match/steps.ts';
import { HELP_WEIGHTS, type HelpKind } from './cooperation.ts';
import { helpGiven } from './help-given.ts';

/** The interaction graph with every organisation drawn together into one place. */
export interface OrganisationTies {
  /** Who helped whom, itself included; the strongest first. */
  ties: OrganisationTie[];
  /** Two organisations, each pair once, the strongest first. */
  pairs: OrganisationPair[];
  /** Part of all help among organisations that went from one to another, 0..1; null where there is none. */
  across: number | null;
}

/** Reviews and replies, weighted and decayed; null stands for all who belong to none. */
export interface OrganisationTie {
  from: string | null;
  to: string | null;
  reviewed: number;
  replied: number;
}

export interface OrganisationPair {
  one: string;
  other: string;
  /** Help that `one` gave and got. */
  given: number;
  got: number;
  /** Harmonic mean of both: what goes one way only is no cooperation. */
  exchange: number;
}

/** As in the interaction graph: weaker ties have faded. */
const FADED = 0.1;
const MOST_TIES = 500;
const HELPS_A_PIECE = 5_000;

export function* organisationTies(
  work: KnownWork,
  organisationAt: (person: number, time: number) => string | null,
  belongs: (person: number) => boolean,
): Steps<OrganisationTies> {
  const sums = new Map<string | null, Map<string | null, OrganisationTie>>();
  const helps = helpGiven(work);
  yield* rested(helps, HELPS_A_PIECE, ({ from, to, kind, ageDays }) => {
    if (from === to || !belongs(from) || !belongs(to)) return;
    const time = work.at - ageDays * DAY_MS;
    const tie = tieOf(sums, organisationAt(from, time), organisationAt(to, time));
    tie[kind] += exact(HELP_WEIGHTS[kind] * decayed(ageDays));
  });
  const ties = [...sums.values()].flatMap((ofOne) => [...ofOne.values()]).filter((tie) => weight(tie) >= FADED);
  yield;
  ties.sort((a, b) => weight(b) - weight(a) || compare(a.from, b.from) || compare(a.to, b.to));
  yield;
  const pairs = pairsOf(ties, sums);
  yield;
  const shown = { ties: ties.slice(0, MOST_TIES), pairs: strongest(pairs).slice(0, MOST_TIES) };
  return { ...shown, across: acrossShare(ties) };
}

type Sums = Map<string | null, Map<string | null, OrganisationTie>>;

function tieOf(sums: Sums, from: string | null, to: string | null): OrganisationTie {
  const ofOne = sums.get(from) ?? new Map<string | null, OrganisationTie>();
  if (ofOne.size === 0) sums.set(from, ofOne);
  const tie = ofOne.get(to) ?? { from, to, reviewed: 0, replied: 0 };
  ofOne.set(to, tie);
  return tie;
}

function weight(tie: Record<HelpKind, number>): number {
  return tie.reviewed + tie.replied;
}

function pairsOf(ties: readonly OrganisationTie[], sums: Sums): OrganisationPair[] {
  const help = (from: string, to: string) => {
    const tie = sums.get(from)?.get(to);
    return tie === undefined || weight(tie) < FADED ? 0 : weight(tie);
  };
  const pairs: OrganisationPair[] = [];
  for (const { from, to } of ties) {
    if (from === null || to === null || from === to) continue;
    const [given, got] = [help(from, to), help(to, from)];
    if (from > to && got > 0) continue;
    const flipped = from > to;
    pairs.push({
      ...(flipped ? { one: to, other: from, given: got, got: given } : { one: from, other: to, given, got }),
      exchange: (2 * given * got) / (given + got),
    });
  }
  return pairs;
}

function strongest(pairs: OrganisationPair[]): OrganisationPair[] {
  const sum = ({ given, got }: OrganisationPair) => given + got;
  return pairs.sort(
    (a, b) => b.exchange - a.exchange || sum(b) - sum(a) || compare(a.one, b.one) || compare(a.other, b.other),
  );
}

function acrossShare(ties: readonly OrganisationTie[]): number | null {
  let [all, across] = [0, 0];
  for (const tie of ties) {
    if (tie.from === null || tie.to === null) continue;
    all += weight(tie);
    if (tie.from !== tie.to) across += weight(tie);
  }
  return all > 0 ? across / all : null;
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
