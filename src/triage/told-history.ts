import { type Fact, factId } from '../domain/fact.ts';
import type { Task } from '../domain/task.ts';
import { PackError } from './backtest-pack.ts';
import { parseTruth } from './pack-truth.ts';
import { parseStreamLine } from './stream-line.ts';

/** A history with all its ends: what a data set is made of. */
export interface ToldHistory {
  facts: ToldFact[];
  /** Of a pack, whose right answers may be in no fact. */
  questions: ToldQuestion[];
  /** Whether it is told in the order in which it happened. */
  inOrder: boolean;
}

/** A fact as it was first told and as it was told last; mostly the same. */
export interface ToldFact {
  first: Fact;
  last: Fact;
  /** Its place among all that is told. */
  order: number;
}

export interface ToldQuestion {
  id: string;
  time: string;
  task: Task;
  labels: string[];
  related: string[];
  order: number;
}

/** Of facts in any order. */
export function tellFacts(facts: readonly Fact[]): ToldHistory {
  const told = createTold();
  for (const [order, fact] of facts.entries()) told.add(fact, order);
  return { facts: told.facts(), questions: [], inOrder: false };
}

function createTold() {
  const told = new Map<string, ToldFact>();
  return {
    add(fact: Fact, order: number) {
      const key = `${fact.kind} ${factId(fact)}`;
      const before = told.get(key);
      told.set(key, { first: before?.first ?? fact, last: fact, order: before?.order ?? order });
    },
    facts: () => [...told.values()],
  };
}

export interface PackHistory {
  /** Takes the next line. Throws a PackError where it is not understood. */
  read(line: string): void;
  history(): ToldHistory;
}

export function createPackHistory(): PackHistory {
  const told = createTold();
  const questions: ToldQuestion[] = [];
  const open = new Map<string | number, { item: Task; time: string }>();
  let number = 0;
  return {
    read(line) {
      number++;
      if (line.trim() === '') return;
      const truth = parseTruth(line);
      if (truth !== null) {
        const asked = open.get(truth.id);
        open.delete(truth.id);
        if (asked === undefined) return;
        const { labels = [], related = [] } = truth;
        questions.push({
          id: asked.item.id ?? String(truth.id),
          time: asked.time,
          task: asked.item,
          labels,
          related,
          order: number,
        });
        return;
      }
      const parsed = parseStreamLine(line);
      if (typeof parsed === 'string') throw new PackError(`line ${number}: ${parsed}`);
      if ('fact' in parsed) told.add(parsed.fact, number);
      else open.set(parsed.query.id, parsed.query);
    },
    history: () => ({ facts: told.facts(), questions, inOrder: true }),
  };
}
