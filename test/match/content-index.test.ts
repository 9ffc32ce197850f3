import { describe, expect, it } from '@jest/globals';
import { createContentIndex } from '../../src/match/content-index.ts';

const DAY_MS = 86_400_000;

const leak = {
  id: '1',
  title: 'Connection pool leaks under load',
  body: 'Every retry keeps a socket of `poolWorker` open.',
};
const docs = { id: 'docs/queue.md', title: 'The queue', body: 'Jobs wait in Redis until a worker takes them.' };
const crash = { id: '3', title: 'Crash on start', body: 'panic: nil map in src/config/load.go' };

function indexOf(contents: { id: string; title: string; body: string }[]) {
  const index = createContentIndex();
  for (const content of contents) index.set(content);
  return index;
}

describe('content index', () => {
  it('finds the thread that shares rare words, and says which', () => {
    const [first] = indexOf([leak, docs, crash]).search({ title: 'Sockets leak', body: 'in poolWorker' }, 3);

    expect(first).toMatchObject({ id: '1' });
    expect(first?.terms).toContain('poolWorker');
  });

  it('answers the same whatever the order of learning and however often', () => {
    const question = { title: 'worker crash', body: 'the connection to redis leaks on start' };

    const expected = indexOf([leak, docs, crash]).search(question, 3);

    expect(expected).toHaveLength(3);
    expect(indexOf([crash, leak, docs, leak, crash]).search(question, 3)).toEqual(expected);
  });

  it('replaces a document by its id and forgets a removed one', () => {
    const index = indexOf([leak, docs, crash]);

    index.set({ ...leak, title: 'Typo', body: 'in the handbook' });
    index.remove('3');

    expect(index.size()).toBe(2);
    expect(index.search({ title: 'socket', body: 'panic in load.go' }, 3)).toEqual([]);
    expect(index.search({ title: 'handbook', body: '' }, 3).map((found) => found.id)).toEqual(['1']);
  });

  it('answers only what is accepted, and at most k', () => {
    const index = indexOf([leak, docs, crash]);
    const question = { title: 'worker start leak', body: 'queue' };

    expect(index.search(question, 3, (id) => id !== '1').map((found) => found.id)).not.toContain('1');
    expect(index.search(question, 1)).toHaveLength(1);
  });

  it('finds Chinese by words', () => {
    const index = indexOf([{ id: '7', title: '连接池泄漏', body: '工作进程重启后连接没有释放' }, leak, crash]);

    expect(index.search({ title: '重启之后连接池满了', body: '' }, 3).map((found) => found.id)).toEqual(['7']);
  });

  it('tells names in code from words, and shows no piece of a name beside it', () => {
    const [found] = indexOf([leak, docs, crash]).search({ title: 'panic', body: 'in src/config/load.go' }, 1);

    expect(found).toMatchObject({ id: '3', terms: ['src/config/load.go', 'panic'], code: ['src/config/load.go'] });
  });

  it('takes the path of a document for a part of its title', () => {
    const index = indexOf([leak, crash]);
    index.set({ id: 'd', path: 'docs/deployment.md', title: 'Running it', body: '' });

    expect(index.search({ title: 'Explain the deployment', body: '' }, 1)).toMatchObject([{ id: 'd' }]);
  });

  it('prefers the later of two that fit as well, when asked at a moment', () => {
    const index = createContentIndex();
    index.set({ ...leak, id: 'a', time: 0 });
    index.set({ ...leak, id: 'b', time: 100 * DAY_MS });
    const ids = (at?: number) => index.search(leak, 2, undefined, at).map((found) => found.id);

    expect(ids()).toEqual(['a', 'b']);
    expect(ids(101 * DAY_MS)).toEqual(['b', 'a']);
  });

  it('comes back from its entries as it was', () => {
    const index = indexOf([leak, docs, crash]);
    const restored = createContentIndex();
    for (const entry of [...index.entries()].toReversed()) restored.restore(entry);
    const question = { title: 'worker crash', body: 'the connection to redis leaks on start' };

    expect(restored.search(question, 3)).toEqual(index.search(question, 3));
  });
});
