import { describe, expect, it } from '@jest/globals';
import { createContentIndex } from '../../src/match/content-index.ts';

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
});
