import { describe, expect, it } from '@jest/globals';
import { createEventLog, type LoggedEvent } from '../../src/match/event-log.ts';
import type { Exercise } from '../../src/match/exercise.ts';
import { createRehearsal } from '../../src/match/rehearsal.ts';
import { createStandpoint } from '../../src/match/standpoint.ts';
import { finish } from '../../src/match/steps.ts';

interface Answer extends LoggedEvent {
  askedAt: number;
}

/** A model that only knows which events it has learnt, and keeps what it knew whenever it was asked. */
function aModel() {
  const learnt = new Set<string>();
  const asked: { id: string; knew: string[] }[] = [];
  const log = createEventLog<Answer>();
  const standpoint = createStandpoint<Answer>(log.all, ({ id }, sign) => {
    if (sign === 1) learnt.add(id);
    else learnt.delete(id);
  });
  const rehearsal = createRehearsal<Answer>(log.all, standpoint, {
    askedAt: ({ askedAt }) => askedAt,
    ask({ id }, known): Exercise {
      asked.push({ id, knew: [...learnt].toSorted() });
      return { ...nothing, known };
    },
  });
  return {
    learnt,
    asked,
    rehearsal,
    standpoint,
    learn(event: Answer) {
      standpoint.present();
      learnt.add(event.id);
      log.add(event);
      rehearsal.changed(event, 1);
    },
  };
}

const none = new Float64Array();
const nothing: Exercise = { values: none, right: new Uint8Array(), kept: 1, usual: 1, known: 0, information: none };

/** Known at a time, asked some time before. */
function answer(time: number, waited = 0): Answer {
  return { kind: 'change', id: `e${String(time).padStart(3, '0')}`, time, askedAt: time - waited };
}

describe('a rehearsal', () => {
  it('asks each question of a model that knows what came before it and nothing else', () => {
    const model = aModel();
    for (let time = 1; time <= 20; time++) model.learn(answer(time));

    model.rehearsal.before(100);

    const [first, second, third] = model.asked;
    expect([first, second, third]).toEqual([
      { id: 'e001', knew: [] },
      { id: 'e002', knew: ['e001'] },
      { id: 'e003', knew: ['e001', 'e002'] },
    ]);
  });

  it('leaves the model knowing all it knew', () => {
    const model = aModel();
    for (let time = 1; time <= 20; time++) model.learn(answer(time));

    model.rehearsal.before(100);

    expect(model.learnt.size).toBe(20);
  });

  it('asks at the time of the question, not of the answer', () => {
    const model = aModel();
    for (let time = 1; time <= 20; time++) model.learn(answer(time, time === 16 ? 13 : 0));

    model.rehearsal.before(100);

    expect(model.asked.find(({ id }) => id === 'e016')).toEqual({ id: 'e016', knew: ['e001', 'e002'] });
  });

  it('gives no exercise whose answer was not known yet', () => {
    const model = aModel();
    for (let time = 1; time <= 40; time++) model.learn(answer(time));

    expect(model.rehearsal.before(10)).toHaveLength(0);
    expect(model.rehearsal.before(20)).toHaveLength(16);
    expect(model.rehearsal.before(40).map(({ known }) => known)).toEqual(Array.from({ length: 32 }, (_, at) => at));
  });

  it('asks nothing twice while facts come in the order of time', () => {
    const model = aModel();
    for (let time = 1; time <= 64; time++) {
      model.learn(answer(time));
      model.rehearsal.before(time + 0.5);
    }

    expect(model.asked.map(({ id }) => id)).toEqual(model.asked.map(({ id }) => id).toSorted());
    expect(new Set(model.asked.map(({ id }) => id)).size).toBe(model.asked.length);
  });

  it('asks the same in pieces, one question in each', () => {
    const [whole, pieces] = [aModel(), aModel()];
    for (const model of [whole, pieces]) for (let time = 1; time <= 90; time++) model.learn(answer(time, time % 7));

    const expected = whole.rehearsal.before(100);
    const steps = pieces.rehearsal.beforeInSteps(100);
    let before = 0;
    for (let { done } = steps.next(); !done; done = steps.next().done) {
      expect(pieces.asked.length - before).toBeLessThanOrEqual(1);
      before = pieces.asked.length;
    }

    expect(pieces.asked).toEqual(whole.asked);
    expect(pieces.rehearsal.before(100)).toEqual(expected);
    expect(pieces.learnt.size).toBe(90);
  });

  it('goes on where events come while it rests, and asks what they change once more', () => {
    const model = aModel();
    for (let time = 1; time <= 40; time++) model.learn(answer(time));
    const steps = model.rehearsal.beforeInSteps(100);
    for (let pieces = 0; pieces < 20; pieces++) steps.next();

    model.learn({ ...answer(10), id: 'late' });
    finish(steps);

    const last = new Map(model.asked.map((one) => [one.id, one.knew]));
    expect(last.get('e009')).not.toContain('late');
    expect(last.get('e012')).toContain('late');
    expect(last.get('e030')).toContain('late');
    expect(model.learnt.size).toBe(41);
  });

  it('can be asked at once while it rests', () => {
    const [one, other] = [aModel(), aModel()];
    for (const model of [one, other]) for (let time = 1; time <= 40; time++) model.learn(answer(time));
    const steps = one.rehearsal.beforeInSteps(Number.POSITIVE_INFINITY);
    for (let pieces = 0; pieces < 10; pieces++) steps.next();

    expect(one.rehearsal.before(100)).toEqual(other.rehearsal.before(100));
    expect(one.learnt.size).toBe(40);
    finish(steps);
    expect(one.learnt.size).toBe(40);
    expect(new Set(one.asked.map(({ id }) => id)).size).toBe(one.asked.length);
  });

  it('asks again what an earlier fact could have changed, and no more', () => {
    const model = aModel();
    for (let time = 1; time <= 32; time++) model.learn(answer(time));
    model.rehearsal.before(100);
    model.asked.length = 0;

    model.learn({ ...answer(30), id: 'late' });
    model.rehearsal.before(100);

    expect(model.asked.map(({ id }) => id)).toEqual(expect.arrayContaining(['e031', 'e032']));
    expect(model.asked.map(({ id }) => id)).not.toContain('e029');
  });
});
