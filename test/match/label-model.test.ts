import { describe, expect, it } from '@jest/globals';
import { createLabelModel, type LabelledThread } from '../../src/match/label-model.ts';
import { finish } from '../../src/match/steps.ts';

const DAY_MS = 86_400_000;
const NOW = 20 * DAY_MS;

/** Twelve bugs, twelve wishes, and some of each about the queue. */
const threads: LabelledThread[] = Array.from({ length: 12 }, (_, day) => [
  {
    id: `bug-${day}`,
    title: `Crash number ${day} when saving`,
    body: 'It fails with a stack trace:\n```\npanic: nil map\n```',
    labels: day % 3 === 0 ? ['bug', 'area: queue'] : ['bug'],
    time: day * DAY_MS,
  },
  {
    id: `wish-${day}`,
    title: day % 2 === 0 ? `Support ${day} more queue backends` : `Support theme ${day}`,
    body: 'It would be nice to have this. Please add an option.',
    labels: day % 2 === 0 ? ['enhancement', 'area: queue'] : ['enhancement'],
    time: day * DAY_MS,
  },
]).flat();

function learn(known: LabelledThread[]) {
  const model = createLabelModel();
  for (const thread of known) model.set(thread);
  function ask(title: string, body = '', k = 3) {
    return model.rank({ title, body }, { at: NOW, k });
  }
  return { model, ask };
}

const names = (labels: { name: string }[]) => labels.map(({ name }) => name);

describe('label model', () => {
  it('tells a bug from a wish and gives the words that say so', () => {
    const { ask } = learn(threads);

    const [bug] = ask('Panic in the parser', 'a crash with this stack trace, see ```panic```');
    const [wish] = ask('Please support another theme', 'would be nice');

    expect(bug).toMatchObject({ name: 'bug', reasons: [{ kind: 'terms' }] });
    const terms = bug?.reasons.flatMap((reason) => (reason.kind === 'terms' ? reason.terms : []));
    expect(terms?.map((word) => word.toLowerCase())).toContain('panic');
    expect(wish).toMatchObject({ name: 'enhancement' });
  });

  it('gives several labels to one thread, with honest chances', () => {
    const found = learn(threads).ask('Support SQS as a queue backend', 'It would be nice to have an option.');

    expect(names(found)).toEqual(['enhancement', 'area: queue', 'bug']);
    expect(found[0]?.probability).toBeGreaterThan(0.8);
    expect(found[2]?.probability).toBeLessThan(0.2);
  });

  it('answers the same whatever the order of learning and however often', () => {
    const question = 'Queue crashes when a backend is added';

    const expected = learn(threads).ask(question);
    const shuffled = [...threads.filter((_, at) => at % 2 === 1), ...threads.toReversed(), ...threads.slice(3, 9)];

    expect(expected).toHaveLength(3);
    expect(learn(shuffled).ask(question)).toEqual(expected);
  });

  it('unlearns a thread that is removed, relabelled or loses its labels', () => {
    const taught = learn([...threads, { id: 'x', title: 'Odd', body: 'zebra', labels: ['zoo'], time: 0 }]);

    taught.model.remove('x');
    expect(taught.ask('zebra', '', 10)).toEqual(learn(threads).ask('zebra', '', 10));

    taught.model.set({ id: 'x', title: 'Odd', body: 'zebra', labels: ['animal'], time: 0 });
    expect(names(taught.ask('zebra', '', 10))).toContain('animal');
    expect(names(taught.ask('zebra', '', 10))).not.toContain('zoo');

    taught.model.set({ id: 'x', title: 'Odd', body: 'zebra', labels: [], time: 0 });
    expect(taught.ask('zebra', '', 10)).toEqual(learn(threads).ask('zebra', '', 10));
  });

  it('learns from a label that was taken off, and never offers it for that thread again', () => {
    const odd = { id: 'odd', title: 'Crash when saving', body: 'It fails with a stack trace.', labels: [], time: NOW };
    const { model } = learn([...threads, { ...odd, unlabelled: ['bug'] }]);
    const ask = (id: string) => model.rank({ ...odd, id }, { at: NOW, k: 9 });

    const chanceOf = (labels: { name: string; probability: number }[]) =>
      labels.find(({ name }) => name === 'bug')?.probability ?? 0;
    const untaught = learn(threads).ask(odd.title, odd.body, 9);

    expect(names(ask('odd'))).not.toContain('bug');
    expect(names(ask('another'))).toContain('bug');
    expect(chanceOf(ask('another'))).toBeLessThan(chanceOf(untaught));
  });

  it('goes by the names of labels where nothing was labelled yet', () => {
    const task = { title: 'How do I configure a proxy?', body: 'Is there a way? I could not find an example. Thanks!' };
    const existing = ['kind/bug', 'question', 'stale', 'area: queue'];

    const found = createLabelModel().rank(task, { at: NOW, k: 9, existing });

    expect(names(found)).toEqual(['question', 'kind/bug']);
    expect(found[0]?.probability).toBeGreaterThan(0.5);
  });

  it('says nothing of how a thread is dealt with', () => {
    const stale = threads.map((thread) => ({ ...thread, labels: [...thread.labels, 'stale', 'status: triage'] }));

    expect(names(learn(stale).ask('Crash when saving', '', 9)).toSorted()).toEqual([
      'area: queue',
      'bug',
      'enhancement',
    ]);
  });

  it('follows a habit that changes', () => {
    const before = Array.from({ length: 300 }, (_, at) => aThread(`a${at}`, 'triage', at * DAY_MS));
    const after = Array.from({ length: 200 }, (_, at) => aThread(`b${at}`, 'inbox', (at + 300) * DAY_MS));
    const { model } = learn([...before, ...after]);

    expect(names(model.rank({ title: 'Something happened', body: '' }, { at: 500 * DAY_MS, k: 1 }))).toEqual(['inbox']);
  });

  it('comes back from its entries as it was', () => {
    const { model, ask } = learn(threads);
    const restored = createLabelModel();
    for (const entry of [...model.entries()].toReversed()) restored.restore(entry);
    const task = { title: 'Crash of the queue', body: '' };

    expect(restored.rank(task, { at: NOW, k: 3 })).toEqual(ask(task.title));
  });

  it('answers the same whether what is due was done before or not', () => {
    const early = learn(threads);
    const late = learn(threads);

    for (const thread of threads) early.model.set({ ...thread, title: `${thread.title}!` });
    finish(early.model.settle());
    for (const thread of threads) early.model.set(thread);
    finish(early.model.settle());

    expect(early.ask('Crash of the queue')).toEqual(late.ask('Crash of the queue'));
  });

  describe('settles piece by piece', () => {
    const many = Array.from({ length: 20 }, (_, at) =>
      threads.map((thread) => ({ ...thread, id: `${thread.id}-${at}`, time: (thread.time ?? 0) + at * DAY_MS })),
    ).flat();
    const expected = learn(many).ask('Crash of the queue');

    it('in many pieces, and none when nothing is left to do', () => {
      const { model, ask } = learn(many);

      expect([...model.settle()].length).toBeGreaterThan(100);
      expect(ask('Crash of the queue')).toEqual(expected);
      expect([...model.settle()]).toHaveLength(0);
    });

    it.each([1, 20, 80])('and answers the same after piece %i as before and after', (pieces) => {
      const { model, ask } = learn(many);
      const settling = model.settle();
      for (let piece = 0; piece < pieces; piece += 1) settling.next();

      expect(ask('Crash of the queue')).toEqual(expected);
      // The question did all of it.
      expect([...settling].length).toBeLessThanOrEqual(1);
      expect(ask('Crash of the queue')).toEqual(expected);
    });

    it.each([1, 20, 80])('and begins anew where something else is learnt after piece %i', (pieces) => {
      const { model, ask } = learn(many);
      for (const thread of many.slice(0, 9)) model.set({ ...thread, title: 'Something else' });
      const settling = model.settle();
      for (let piece = 0; piece < pieces; piece += 1) settling.next();

      for (const thread of many.slice(0, 9)) model.set(thread);
      finish(settling);

      expect(ask('Crash of the queue')).toEqual(expected);
    });
  });

  it('promises no more of a label than its own past has shown', () => {
    const reliable = Array.from({ length: 60 }, (_, day) => aThread(`r${day}`, 'disk', day * DAY_MS, 'Disk is full'));
    const random = Array.from({ length: 60 }, (_, day) =>
      aThread(`m${day}`, (day * 7) % 12 < 7 ? 'mood' : 'other', day * DAY_MS, 'Somehow strange'),
    );
    const { model } = learn([...reliable, ...random]);
    const ask = (title: string) => model.rank({ title, body: '' }, { at: 61 * DAY_MS, k: 1 })[0];

    expect(ask('Disk is full')).toMatchObject({ name: 'disk' });
    expect(ask('Disk is full')?.precision).toBeGreaterThan(0.8);
    expect(ask('Somehow strange')).toMatchObject({ name: 'mood' });
    expect(ask('Somehow strange')?.precision).toBeLessThan(0.75);
  });

  it('says nothing when no thread has labels', () => {
    expect(learn([{ id: '1', title: 'Crash', body: '', labels: [], time: null }]).ask('Crash')).toEqual([]);
  });
});

function aThread(id: string, label: string, time: number, title = 'Something happened'): LabelledThread {
  return { id, title, body: '', labels: [label], time };
}
