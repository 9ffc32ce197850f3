import type { ThreadFact } from '../domain/fact.ts';
import { rested } from '../match/rested.ts';
import type { Steps } from '../match/steps.ts';
import { areaOf, areaSteps } from './areas.ts';
import type { MeasuredInput } from './measured-input.ts';
import { FEWEST_TOLD, type ToldShare, toldShare } from './told-tone.ts';
import { type HeardIn, surgesIn, type ToneSurge } from './tone-runs.ts';
import { SURGE_RULES, type SurgeRules } from './tone-surges.ts';
import { createToneTally, type ToneTally, weeksUntil } from './tone-tally.ts';
import { type ToneWeek, toneWeeks } from './tone-weeks.ts';
import { weekOf } from './week-of.ts';

/** How the comments of a repository sound, as sums over many: nothing in it is of a person. */
export interface TonePart {
  /** Threads of which it is known. */
  threads: number;
  /** A year, the present week last, which is not over yet. */
  weeks: ToneWeek[];
  /** The last twelve weeks by label and directory, most comments first. */
  topics: ToneTopic[];
  /** Of that year, the latest first. */
  surges: ToneSurge[];
}

export interface ToneTopic {
  kind: 'label' | 'directory';
  name: string;
  comments: number;
  negative: ToldShare;
  toxic: ToldShare;
}

const SHOWN_WEEKS = 53;
const TOPIC_WEEKS = 12;
const MOST_TOPICS = 20;
const MOST_SURGES = 50;

const THREADS_AT_ONCE = 500;
const TOPICS_AT_ONCE = 5;

/** Where many topics are watched, chance has it that one stands out more often. */
export const TOPIC_RULES: SurgeRules = { ...SURGE_RULES, byChance: SURGE_RULES.byChance / 10 };

export function* tonePart({ work, threads }: MeasuredInput): Steps<TonePart> {
  const weeks = weeksUntil(weekOf(work.at), SHOWN_WEEKS + SURGE_RULES.reach);
  const places = new Map(weeks.map((week, place) => [week, place]));
  const areas = yield* areaSteps(work);
  const areasOf = new Map<string, string[]>();
  yield* rested(work.threads, THREADS_AT_ONCE, (thread) => areasOf.set(thread.id, areas.ofThread(thread)));
  const whole = heardIn(null, createToneTally(places));
  const topics = new Map<string, Gathered>();
  const tallyThread = (thread: ThreadFact) => {
    if (!thread.tones?.some(({ week }) => places.has(week))) return;
    add(whole, thread);
    for (const key of areasOf.get(thread.id) ?? []) {
      const { kind, name } = areaOf(key);
      if (kind === 'topic') continue;
      const topic = topics.get(key) ?? heardIn({ kind, name }, createToneTally(places));
      topics.set(key, topic);
      add(topic, thread);
    }
  };
  yield* rested(threads, THREADS_AT_ONCE, tallyThread);
  const told = yield* mostHeard([...topics.values()]);
  const surges = yield* surgesIn(whole, weeks, SURGE_RULES);
  for (const topic of told) surges.push(...(yield* surgesIn(topic, weeks, TOPIC_RULES)));
  const year = weeks.at(-SHOWN_WEEKS) ?? '';
  return {
    threads: threads.filter(({ tones }) => tones !== undefined).length,
    weeks: toneWeeks(whole.tally, weeks).slice(-SHOWN_WEEKS),
    topics: told.flatMap(toneTopic),
    surges: surges
      .filter(({ to }) => to >= year)
      .toSorted(latestFirst)
      .slice(0, MOST_SURGES),
  };
}

interface Gathered extends HeardIn {
  threads: ThreadFact[];
}

function heardIn(topic: HeardIn['topic'], tally: ToneTally): Gathered {
  return { topic, tally, threads: [] };
}

function add({ tally, threads }: Gathered, thread: ThreadFact): void {
  tally.add(thread);
  threads.push(thread);
}

/** In the year, of those where nobody's words can be told apart. */
function* mostHeard(topics: Gathered[]): Steps<Gathered[]> {
  const heard: { topic: Gathered; comments: number }[] = [];
  const look = (topic: Gathered) => {
    const { comments, threads } = topic.tally.sum(SURGE_RULES.reach);
    const tooFew = comments < FEWEST_TOLD.topicComments || threads < FEWEST_TOLD.topicThreads;
    if (!tooFew) heard.push({ topic, comments });
  };
  yield* rested(topics, TOPICS_AT_ONCE, look);
  return heard
    .toSorted((a, b) => b.comments - a.comments || (nameOf(a.topic) < nameOf(b.topic) ? -1 : 1))
    .slice(0, MOST_TOPICS)
    .map(({ topic }) => topic);
}

function nameOf({ topic }: HeardIn): string {
  return `${topic?.kind} ${topic?.name}`;
}

function toneTopic({ topic, tally }: Gathered): ToneTopic[] {
  const all = SHOWN_WEEKS + SURGE_RULES.reach;
  const { comments, negative, toxic, threads } = tally.sum(all - 1 - TOPIC_WEEKS, all - 1);
  const tooFew = comments < FEWEST_TOLD.topicComments || threads < FEWEST_TOLD.topicThreads;
  if (topic === null || tooFew) return [];
  return [{ ...topic, comments, negative: toldShare(negative, comments), toxic: toldShare(toxic, comments) }];
}

function latestFirst(a: ToneSurge, b: ToneSurge): number {
  if (a.from !== b.from) return a.from < b.from ? 1 : -1;
  return Number(a.topic !== null) - Number(b.topic !== null) || b.z - a.z;
}
