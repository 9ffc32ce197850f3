import { describe, expect, it } from '@jest/globals';
import type { Fact, LinkFact, ThreadFact } from '../../src/domain/fact.ts';
import { emptyTask } from '../../src/domain/task.ts';
import { createRepositoryModel, restoreRepositoryModel } from '../../src/match/repository-model.ts';

const AT = '2026-03-01T00:00:00Z';

function thread(id: string, title: string, given: Partial<ThreadFact> = {}): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id,
    time: '2026-01-01T00:00:00Z',
    author: 'ann',
    title,
    body: '',
    labels: [],
    assignees: [],
    participants: [],
    state: 'closed',
    closedAt: null,
    outcome: null,
    ...given,
  };
}

function duplicate(from: string, to: string): LinkFact {
  return { kind: 'link', type: 'duplicate', from, to, time: AT };
}

const others = ['Typo in the handbook', 'Release is late', 'Colours of the dashboard', 'Log in with a token'].map(
  (title, n) => thread(`9${n}`, title),
);

function modelOf(...facts: Fact[]) {
  const model = createRepositoryModel();
  for (const fact of [...others, ...facts]) model.learn(fact);
  return model;
}

function ask(model: ReturnType<typeof modelOf>, title: string, body = '') {
  return model.related({ ...emptyTask, title, body }, { at: AT, k: 5 });
}

describe('related content', () => {
  it('names what a duplicate duplicates in its place, and says by which one it was found', () => {
    const model = modelOf(
      thread('1', 'Memory grows without bound'),
      thread('2', 'Worker leaks sockets on retry', { outcome: 'duplicate' }),
      duplicate('2', '1'),
    );

    const [first] = ask(model, 'Sockets leak on every retry of a worker');

    expect(first).toMatchObject({ id: '1', kind: 'thread' });
    expect(first?.reasons[0]).toEqual({ kind: 'has-duplicates', threads: ['2'] });
    expect(ask(model, 'Sockets leak on every retry of a worker').map(({ id }) => id)).not.toContain('2');
  });

  it('walks to duplicates no more once their link is gone, and after a restart as before it', () => {
    const model = modelOf(thread('1', 'Memory grows'), thread('2', 'Worker leaks sockets'), duplicate('2', '1'));
    const restored = restoreRepositoryModel(model.snapshot());

    model.remove('link', 'duplicate:2:1');

    expect(ask(restored, 'A worker leaks sockets')[0]?.id).toBe('1');
    expect(ask(model, 'A worker leaks sockets')[0]?.id).toBe('2');
  });

  it('walks to duplicates no more once the mark was taken back', () => {
    const [first, second] = [thread('1', 'Memory grows'), thread('2', 'Worker leaks sockets')];
    const model = modelOf(first, { ...second, duplicateOf: '1' });
    const marked = ask(model, 'A worker leaks sockets')[0]?.id;

    model.learn({ ...second, duplicateOf: null });

    expect([marked, ask(model, 'A worker leaks sockets')[0]?.id]).toEqual(['1', '2']);
  });

  it('finds a discussion by what was accepted as its answer', () => {
    const given = { type: 'discussion', outcome: 'answered', answer: 'Set `retryLimit` to zero.' } as const;
    const model = modelOf(thread('1', 'It never gives up', given));

    expect(ask(model, 'What does retryLimit do?').map(({ id }) => id)).toEqual(['1']);
  });

  it('tells what a thread was fixed by, after a restart as before it', () => {
    const model = modelOf(thread('1', 'Memory grows', { fixedBy: { kind: 'pull', id: '12' } }));

    for (const each of [model, restoreRepositoryModel(model.snapshot())]) {
      expect(each.content('1')?.fixedBy).toEqual({ kind: 'pull', id: '12' });
    }
  });

  it('stays with the duplicate where nothing is known of what it duplicates', () => {
    const model = modelOf(thread('2', 'Worker leaks sockets'), duplicate('2', '77'));

    expect(ask(model, 'A worker leaks sockets').map(({ id }) => id)).toEqual(['2']);
  });

  it('lists what nobody wanted to do below what was done', () => {
    const model = modelOf(
      thread('1', 'Worker leaks sockets', { outcome: 'not-planned' }),
      thread('2', 'Worker leaks sockets', { outcome: 'completed' }),
    );

    expect(ask(model, 'Worker leaks sockets').map(({ id }) => id)).toEqual(['2', '1']);
  });

  it('prefers what was answered where something is asked', () => {
    const open = thread('1', 'Configure a proxy', { type: 'discussion' });
    const answered = thread('2', 'Configure a proxy', { type: 'discussion', outcome: 'answered' });

    expect(ask(modelOf(open, answered), 'How do I configure a proxy?').map(({ id }) => id)).toEqual(['2', '1']);
    expect(ask(modelOf(open, answered), '如何设置 proxy').map(({ id }) => id)).toEqual(['2', '1']);
    expect(ask(modelOf(open, answered), 'Configure a proxy').map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('finds a title with words grown together before one that shares as many words', () => {
    const model = modelOf(thread('1', 'mailing list index'), thread('2', 'mailing the invoice to a customer'));

    expect(ask(model, 'mailing listindex broken')[0]?.id).toBe('1');
  });

  it('names what a text model takes for alike though no word is shared, and says why', () => {
    const model = modelOf(thread('1', 'Segfault in the parser'), thread('2', 'Colours of the parser'));
    const near = [
      { kind: 'thread', id: '1', cosine: 0.8 },
      { kind: 'thread', id: '90', cosine: 0.3 },
      { kind: 'thread', id: '404', cosine: 0.3 },
    ] as const;
    const related = (title: string) => model.related({ ...emptyTask, title }, { at: AT, k: 5, near });

    expect(related('It crashes')[0]).toMatchObject({ id: '1', reasons: [{ kind: 'close-in-meaning' }] });
    expect(
      related('The parser crashes')
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['1', '2']);
    expect(related('It crashes').map(({ id }) => id)).not.toContain('404');
  });

  it('finds Chinese threads by an issue in Chinese', () => {
    const model = modelOf(
      thread('1', '训练中断后无法恢复检查点', { body: '加载检查点时显存不足，进程退出。' }),
      thread('2', '文档里的安装步骤有误', { body: '按照步骤安装依赖失败。' }),
      thread('3', '多卡训练时显存持续增长', { body: '每个批次之后显存没有释放，最终进程退出。' }),
    );

    expect(ask(model, '恢复训练时加载检查点失败', '从检查点继续训练，报显存不足。')[0]?.id).toBe('1');
    expect(ask(model, '训练几个小时后显存泄漏', '显存不断增长，没有释放。')[0]?.id).toBe('3');
    expect(ask(model, '安装依赖失败')[0]?.id).toBe('2');
  });
});
