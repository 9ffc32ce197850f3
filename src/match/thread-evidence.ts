import { halfLife } from './decay.ts';
import { createEvidenceTable, type EvidenceTable } from './evidence-table.ts';
import type { People } from './people.ts';
import type { StoredThread } from './thread-store.ts';
import { createTimelines, type Timelines } from './timelines.ts';

/** What threads say of people: who took which, who writes, who holds how many open ones. */
export interface ThreadEvidence {
  /** Learns a thread, or with sign -1 unlearns it. */
  count(thread: StoredThread, sign: 1 | -1): void;
  taken: Timelines<StoredThread>;
  acts: Timelines<StoredThread>;
  /** Areas are labels, numbered by `label`. */
  takenLabels: EvidenceTable;
  /** Areas are authors. */
  takenAuthors: EvidenceTable;
  /** One area, 0. */
  takenOverall: EvidenceTable;
  recentlyTaken: EvidenceTable;
  /** Areas are traits of writing. */
  takenTraits: EvidenceTable;
  /** Areas are hours of the day, UTC. */
  takenHours: EvidenceTable;
  label(name: string): number | null;
  openLoad(person: number): number;
  /** How many people take a thread. */
  usualTakers(time: number): number;
}

const KNOWLEDGE_HALF_LIFE_DAYS = 1000;
const RECENT_HALF_LIFE_DAYS = 10;
/** Where threads are counted, not people. */
const ONE = [0];

export function createThreadEvidence(people: People): ThreadEvidence {
  const knowledge = halfLife(KNOWLEDGE_HALF_LIFE_DAYS);
  const takenLabels = createEvidenceTable(knowledge);
  const takenAuthors = createEvidenceTable(knowledge);
  const takenOverall = createEvidenceTable(knowledge);
  const takenThreads = createEvidenceTable(knowledge);
  const takenTraits = createEvidenceTable(knowledge);
  const takenHours = createEvidenceTable(knowledge);
  const recentlyTaken = createEvidenceTable(halfLife(RECENT_HALF_LIFE_DAYS));
  const taken = createTimelines<StoredThread>();
  const acts = createTimelines<StoredThread>();
  const labelNumbers = new Map<string, number>();
  const held: number[] = [];

  function countTaken(thread: StoredThread, takers: number[], sign: 1 | -1): void {
    const { time, author, labels } = thread;
    for (const taker of takers) taken.count(taker, thread, sign);
    takenOverall.count(0, takers, time, 1, sign);
    if (takers.length > 0) takenThreads.count(0, ONE, time, 1, sign);
    recentlyTaken.count(0, takers, time, 1, sign);
    if (takers.length > 0) countHabits(thread, takers, sign);
    if (author !== null) takenAuthors.count(people.personOf(author), takers, time, 1, sign);
    for (const label of new Set(labels)) takenLabels.count(numberOf(label), takers, time, 1, sign);
  }

  function countHabits({ time, traits }: StoredThread, takers: number[], sign: 1 | -1): void {
    takenHours.count(hourOf(time), takers, time, 1, sign);
    for (const trait of traits) takenTraits.count(trait, takers, time, 1, sign);
  }

  function numberOf(label: string): number {
    const number = labelNumbers.get(label) ?? labelNumbers.size;
    labelNumbers.set(label, number);
    return number;
  }

  return {
    count(thread, sign) {
      const takers = [...new Set(thread.assignees.map(people.personOf))];
      // Whoever answered a discussion has nothing more to do there, though few are ever closed.
      if (thread.state === 'open' && thread.type !== 'discussion') {
        const holders = new Set([...takers, ...thread.requested.map(people.personOf)]);
        for (const holder of holders) held[holder] = (held[holder] ?? 0) + sign;
      }
      // A time that cannot be read gives no evidence: nothing could be said of its age.
      if (Number.isNaN(thread.time)) return;
      const actors = new Set([...takers, ...thread.participants.map(people.personOf)]);
      if (thread.author !== null) actors.add(people.personOf(thread.author));
      for (const actor of actors) acts.count(actor, thread, sign);
      countTaken(thread, takers, sign);
    },
    taken,
    acts,
    takenLabels,
    takenAuthors,
    takenOverall,
    recentlyTaken,
    takenTraits,
    takenHours,
    label: (name) => labelNumbers.get(name) ?? null,
    openLoad: (person) => held[person] ?? 0,
    usualTakers: (time) => (takenOverall.total(0, time) + 1) / (takenThreads.total(0, time) + 1),
  };
}

/** Hour of the day, UTC. */
export function hourOf(time: number): number {
  return new Date(time).getUTCHours();
}
