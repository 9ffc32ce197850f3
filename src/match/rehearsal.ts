import { countBefore, createEventLog, type LoggedEvent, placeOf } from './event-log.ts';
import type { Exercise } from './exercise.ts';
import type { Standpoint } from './standpoint.ts';
import { finish, type Steps } from './steps.ts';

/** What is asked of a model that was taken back in time. */
export interface RehearsalRules<Event extends LoggedEvent> {
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
  /** The newest exercises known before a time: of any facts always the same ones. All is known again after it. */
  before(time: number): readonly Exercise[];
  /** The same in pieces; while it rests events may come and go, and others may be asked about the present. */
  beforeInSteps(time: number): Steps<readonly Exercise[]>;
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
  standpoint: Standpoint,
  { askedAt, ask }: RehearsalRules<Event>,
): Rehearsal<Event> {
  const answered = createEventLog<Event>();
  const exercises = new Map<string, { askedAt: number; exercise: Exercise }>();
  let latestAsked = Number.NEGATIVE_INFINITY;
  /** How often the events have changed. */
  let changes = 0;
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

  function wantedBefore(time: number): Event[] {
    const known = countBefore(answered.all(), time);
    const taken = known - (known % STEP);
    return within(taken - EXERCISES, taken);
  }

  function isMissing({ id }: Event): boolean {
    return !exercises.has(id);
  }

  /** Those that the exercises known before a time are made from, once all of them are. */
  function* rehearsed(time: number): Steps<Event[]> {
    for (;;) {
      const wanted = wantedBefore(time);
      const missing = wanted.filter(isMissing);
      if (missing.length > 0) yield* rehearse(missing);
      else if (standpoint.towards(history().length)) return wanted;
      else yield;
    }
  }

  /** From the first question that is missing on, forward: whatever is met on the way is asked too. Ends early where events change. */
  function* rehearse(missing: Event[]): Steps<void> {
    const asOf = changes;
    const from = Math.min(...missing.map(askedPlace));
    const asked = within(0, answered.all().length)
      .map((event) => ({ event, place: askedPlace(event) }))
      .filter(({ place }) => place >= from)
      .toSorted((a, b) => a.place - b.place);
    for (const { event, place } of asked) {
      if (!isMissing(event)) continue;
      while (changes === asOf && !standpoint.towards(place)) yield;
      if (changes !== asOf) return;
      askAgain(event);
      yield;
    }
  }

  function askAgain(event: Event): void {
    const time = askedAt(event) ?? event.time;
    exercises.set(event.id, { askedAt: time, exercise: ask(event, countBefore(answered.all(), time)) });
    latestAsked = Math.max(latestAsked, time);
  }

  /** What is far behind will not be asked for again. */
  function keepNewest(): void {
    if (exercises.size <= 2 * (EXERCISES + NEWER_EXERCISES)) return;
    const kept = new Set(within(0, answered.all().length).map(({ id }) => id));
    for (const id of exercises.keys()) if (!kept.has(id)) exercises.delete(id);
  }

  function* beforeInSteps(time: number): Steps<readonly Exercise[]> {
    while (!standpoint.towards(history().length)) yield;
    if (given?.time === time) return given.exercises;
    const wanted = yield* rehearsed(time);
    keepNewest();
    given = { time, exercises: wanted.flatMap(({ id }) => exercises.get(id)?.exercise ?? []) };
    return given.exercises;
  }

  return {
    changed(event, sign) {
      changes++;
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
    before: (time) => finish(beforeInSteps(time)),
    beforeInSteps,
    known: (time) => countBefore(answered.all(), time),
  };
}
