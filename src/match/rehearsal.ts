import { countBefore, createEventLog, type LoggedEvent, placeOf } from './event-log.ts';
import type { Exercise } from './exercise.ts';

/** How a model is taken back in time, and what is asked of it there. */
export interface RehearsalRules<Event extends LoggedEvent> {
  /** Unlearns an event, or learns it again. */
  count(event: Event, sign: 1 | -1): void;
  /** When the question that the event answers was asked; null where it answers none. */
  askedAt(event: Event): number | null;
  /** Asks it of the model, which knows what was known by then and no more. */
  ask(event: Event, known: number): Exercise;
}

/** Past questions, asked again as if what came later were not known yet. */
export interface Rehearsal<Event extends LoggedEvent> {
  /** To be told of each event that comes into the log, or with sign -1 leaves it. */
  changed(event: Event, sign: 1 | -1): void;
  /** Lets go of the exercises that were asked at a time or after it. */
  forgetAfter(time: number): void;
  /** Lets go of all exercises. */
  forget(): void;
  /** The newest exercises known before a time: of any facts always the same ones. */
  before(time: number): readonly Exercise[];
  /** How many answers were known before a time. */
  known(time: number): number;
}

/** From 200 to 1,600 serve alike on open histories, each left out of what was tuned; fewer cost less. */
const EXERCISES = 256;
/** Exercises are taken in by so many at once, so that weights stay as they are for a while. */
const STEP = 16;
/** Questions about the past have exercises only as far back as this. */
const NEWER_EXERCISES = 128;
/** The model is never taken back by more events than this. */
const MOST_EVENTS = 3000;

export function createRehearsal<Event extends LoggedEvent>(
  /** All that the model has learnt, in order. */
  history: () => readonly Event[],
  { count, askedAt, ask }: RehearsalRules<Event>,
): Rehearsal<Event> {
  const answered = createEventLog<Event>();
  const exercises = new Map<string, { askedAt: number; exercise: Exercise }>();
  let latestAsked = Number.NEGATIVE_INFINITY;
  let given: { time: number; exercises: readonly Exercise[] } | null = null;

  function drop(isStale: (askedAt: number) => boolean): void {
    latestAsked = Number.NEGATIVE_INFINITY;
    for (const [id, { askedAt: asked }] of exercises) {
      if (isStale(asked)) exercises.delete(id);
      else if (asked > latestAsked) latestAsked = asked;
    }
  }

  function forgetAfter(time: number): void {
    given = null;
    if (time <= latestAsked) drop((asked) => asked >= time);
  }

  /** Those of the answered events, by place, to which the model may be taken back. */
  function within(from: number, to: number): Event[] {
    const reach = history().length - MOST_EVENTS;
    return answered
      .all()
      .slice(Math.max(0, from, answered.all().length - EXERCISES - NEWER_EXERCISES), to)
      .filter((event) => askedPlace(event) >= reach);
  }

  /** How many events were known when it was asked; a change is asked about right before it is known. */
  function askedPlace(event: Event): number {
    const asked = askedAt(event) ?? event.time;
    return asked === event.time ? placeOf(history(), event) : countBefore(history(), asked);
  }

  /** Goes back to the first question that is missing, then forward again: whatever is met on the way is asked too. */
  function rehearse(missing: Event[], until: number): void {
    const events = history();
    const asked = within(0, until)
      .filter(({ id }) => !exercises.has(id))
      .map((event) => ({ event, place: askedPlace(event) }))
      .toSorted((a, b) => a.place - b.place);
    const from = Math.min(...missing.map(askedPlace));
    for (let at = events.length - 1; at >= from; at--) step(events, at, -1);
    let at = from;
    for (const { event, place } of asked) {
      if (place < from) continue;
      while (at < place) step(events, at++, 1);
      const time = askedAt(event) ?? event.time;
      exercises.set(event.id, { askedAt: time, exercise: ask(event, countBefore(answered.all(), time)) });
      latestAsked = Math.max(latestAsked, time);
    }
    while (at < events.length) step(events, at++, 1);
  }

  function step(events: readonly Event[], at: number, sign: 1 | -1): void {
    const event = events[at];
    if (event !== undefined) count(event, sign);
  }

  /** What is far behind will not be asked for again. */
  function keepNewest(): void {
    if (exercises.size <= 2 * (EXERCISES + NEWER_EXERCISES)) return;
    const kept = new Set(within(0, answered.all().length).map(({ id }) => id));
    for (const id of exercises.keys()) if (!kept.has(id)) exercises.delete(id);
  }

  return {
    changed(event, sign) {
      forgetAfter(event.time);
      if (askedAt(event) === null) return;
      exercises.delete(event.id);
      if (sign === 1) answered.add(event);
      else answered.remove(event);
    },
    forgetAfter,
    forget() {
      given = null;
      drop(() => true);
    },
    before(time) {
      if (given?.time === time) return given.exercises;
      const known = countBefore(answered.all(), time);
      const taken = known - (known % STEP);
      const wanted = within(taken - EXERCISES, taken);
      const missing = wanted.filter(({ id }) => !exercises.has(id));
      if (missing.length > 0) rehearse(missing, answered.all().length);
      keepNewest();
      given = { time, exercises: wanted.flatMap(({ id }) => exercises.get(id)?.exercise ?? []) };
      return given.exercises;
    },
    known: (time) => countBefore(answered.all(), time),
  };
}
