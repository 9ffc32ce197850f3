import { describe, expect, it } from '@jest/globals';
import { countBefore, createEventLog, type LoggedEvent } from '../../src/match/event-log.ts';

const event = (time: number, id: string, kind = 'change'): LoggedEvent => ({ kind, id, time });

describe('a log of events', () => {
  it('has one order, by time, kind and id, however events came in', () => {
    const log = createEventLog();

    for (const one of [event(5, 'b'), event(1, 'z'), event(5, 'a'), event(5, 'a', 'thread'), event(Infinity, 'a')]) {
      log.add(one);
    }

    expect(log.all().map(({ time, kind, id }) => `${time} ${kind} ${id}`)).toEqual([
      '1 change z',
      '5 change a',
      '5 change b',
      '5 thread a',
      'Infinity change a',
    ]);
  });

  it('removes the event of that time, kind and id and no other', () => {
    const log = createEventLog();
    for (const one of [event(3, 'a'), event(1, 'a'), event(2, 'a', 'thread')]) log.add(one);

    log.remove(event(3, 'a'));
    log.remove(event(2, 'a'));

    expect(log.all()).toEqual([event(1, 'a'), event(2, 'a', 'thread')]);
  });

  it('counts what happened before a time, not at it', () => {
    const events = [event(1, 'a'), event(2, 'a'), event(2, 'b'), event(4, 'a')];

    expect([0, 1, 2, 3, 5].map((time) => countBefore(events, time))).toEqual([0, 0, 1, 3, 4]);
  });
});
