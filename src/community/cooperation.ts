import { rested } from '../match/rested.ts';
import { decayed } from '../match/score-decay.ts';
import { exact, orderlessSum } from '../match/shares.ts';
import { finish, type Steps } from '../match/steps.ts';

export type HelpKind = 'reviewed' | 'replied';

/** A review is read line by line; a reply may be a word. */
export const HELP_WEIGHTS: Record<HelpKind, number> = { reviewed: 1, replied: 0.5 };

/** One helped another: reviewed their change, or took part in a thread they opened. */
export interface Help {
  from: number;
  to: number;
  kind: HelpKind;
  ageDays: number;
}

/**
 * C_i by person, in 0..1 without unit: gamma_i c_i / sum of c_i'. c_i adds, over the partners of i, the harmonic mean of
 * the help given and got: what goes one way only counts nothing. gamma_i = n / (n + 1) for n partners, told apart by
 * weight: a pair that knows only each other gets a half.
 */
export function cooperation(helps: Iterable<Help>): Map<number, number> {
  return finish(cooperationSteps(helps));
}

const HELPS_A_PIECE = 5000;
const PEOPLE_A_PIECE = 200;

export function* cooperationSteps(helps: Iterable<Help>): Steps<Map<number, number>> {
  const given = yield* helpGiven(helps);
  const exchanged = new Map<number, number>();
  const found = new Map<number, number>();
  yield* rested(given, PEOPLE_A_PIECE, ([person, partners]) => {
    const exchanges = [...partners].map(([partner, weight]) => exchange(weight, given.get(partner)?.get(person) ?? 0));
    const sum = orderlessSum(exchanges);
    if (sum === 0) return;
    exchanged.set(person, sum);
    found.set(person, breadth(exchanges) * sum);
  });
  const all = orderlessSum(exchanged.values());
  return new Map([...found].map(([person, score]) => [person, score / all]));
}

function* helpGiven(helps: Iterable<Help>): Steps<Map<number, Map<number, number>>> {
  const given = new Map<number, Map<number, number>>();
  yield* rested(helps, HELPS_A_PIECE, ({ from, to, kind, ageDays }) => {
    if (from === to) return;
    const partners = given.get(from) ?? new Map<number, number>();
    if (partners.size === 0) given.set(from, partners);
    partners.set(to, (partners.get(to) ?? 0) + exact(HELP_WEIGHTS[kind] * decayed(ageDays)));
  });
  return given;
}

/** Harmonic mean, near the smaller of the two. */
function exchange(one: number, other: number): number {
  return one + other > 0 ? (2 * one * other) / (one + other) : 0;
}

/** Gamma_i. The number of partners by weight is (sum of x)^2 / sum of x^2: equal ones count fully, a slight one hardly. */
function breadth(exchanges: number[]): number {
  const partners = orderlessSum(exchanges) ** 2 / orderlessSum(exchanges.map((x) => x * x));
  return partners / (partners + 1);
}
