/** How much of its history a model knows: all of it, or what came first, while it is asked past questions. */
export interface Standpoint {
  /** Goes a piece of the way to where the first so many events are known; true once it is there. */
  towards(known: number): boolean;
  /** Knows everything again: wanted before anything is asked of the present, and before the history changes. */
  present(): void;
}

/** Some milliseconds of work. */
const EVENTS_A_PIECE = 64;

export function createStandpoint<Event>(
  /** All that the model has learnt, in order. */
  history: () => readonly Event[],
  /** Unlearns an event, or learns it again; exactly, so that nothing is left of having been away. */
  count: (event: Event, sign: 1 | -1) => void,
): Standpoint {
  /** How many of the latest events are not known. */
  let away = 0;

  function back(events: readonly Event[]): void {
    away++;
    countOne(events[events.length - away], -1);
  }

  function on(events: readonly Event[]): void {
    countOne(events[events.length - away], 1);
    away--;
  }

  function countOne(event: Event | undefined, sign: 1 | -1): void {
    if (event !== undefined) count(event, sign);
  }

  return {
    towards(known) {
      const events = history();
      const wanted = events.length - known;
      for (let steps = 0; away !== wanted && steps < EVENTS_A_PIECE; steps++) {
        if (away < wanted) back(events);
        else on(events);
      }
      return away === wanted;
    },
    present() {
      // Events that come out of order are sorted when they are asked for, not one by one.
      if (away === 0) return;
      const events = history();
      while (away > 0) on(events);
    },
  };
}
