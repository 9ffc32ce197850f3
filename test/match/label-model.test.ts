import { describe, expect, it } from '@jest/globals';
import { createContentIndex } from '../../src/match/content-index.ts';
import { createLabelModel, type LabelledThread, NEIGHBOURS } from '../../src/match/label-model.ts';

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
  const index = createContentIndex();
  const model = createLabelModel();
  for (const thread of known) {
    index.set(thread);
    model.set(thread);
  }
  function ask(title: string, body = '', k = 3) {
    const neighbours = index.search({ title, body }, NEIGHBOURS, model.has, NOW);
    return model.rank({ title, body }, { neighbours, at: NOW, k });
  }
  return { index, model, ask };
}

const names = (labels: { name: string }[]) => labels.map(({ name }) => name);

describe('label model', () => {
  it('tells a bug from a wish and gives the words that say so', () => {
    const { ask } = learn(threads);

    const [bug] = ask('Panic in the parser', 'a crash with this stack trace, see ```panic```');
    const [wish] = ask('Please support another theme', 'would be nice');

    expect(bug).toMatchObject({ name: 'bug', reasons: [{ kind: 'terms' }] });
    expect(bug?.reasons[0]?.terms.map((word) => word.toLowerCase())).toContain('panic');
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
    expect(taught.model.has('x')).toBe(false);
  });

  it('learns from a label that was taken off, and never offers it for that thread again', () => {
    const odd = { id: 'odd', title: 'Crash when saving', body: 'It fails with a stack trace.', labels: [], time: NOW };
    const { model, index } = learn([...threads, { ...odd, unlabelled: ['bug'] }]);
    const neighbours = index.search(odd, NEIGHBOURS, model.has, NOW);
    const ask = (id: string) => model.rank({ ...odd, id }, { neighbours, at: NOW, k: 9 });

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

    const found = createLabelModel().rank(task, { neighbours: [], at: NOW, k: 9, existing });

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
    const { index, model } = learn([...before, ...after]);
    const task = { title: 'Something happened', body: '' };

    const neighbours = index.search(task, NEIGHBOURS, model.has, 500 * DAY_MS);

    expect(names(model.rank(task, { neighbours, at: 500 * DAY_MS, k: 1 }))).toEqual(['inbox']);
  });

  it('comes back from its entries as it was', () => {
    const { model, index, ask } = learn(threads);
    const restored = createLabelModel();
    for (const entry of [...model.entries()].toReversed()) restored.restore(entry);
    const task = { title: 'Crash of the queue', body: '' };

    const neighbours = index.search(task, NEIGHBOURS, restored.has, NOW);

    expect(restored.rank(task, { neighbours, at: NOW, k: 3 })).toEqual(ask(task.title));
  });

  it('says nothing when no thread has labels', () => {
    expect(learn([{ id: '1', title: 'Crash', body: '', labels: [], time: null }]).ask('Crash')).toEqual([]);
  });
});

function aThread(id: string, label: string, time: number): LabelledThread {
  return { id, title: 'Something happened', body: '', labels: [label], time };
}
