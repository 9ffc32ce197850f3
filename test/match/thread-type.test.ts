import { describe, expect, it } from '@jest/globals';
import { labelFeatures } from '../../src/match/label-features.ts';
import { shippedTypes, THREAD_TYPES, typeOfLabel } from '../../src/match/thread-type.ts';

describe('type of a thread', () => {
  it.each([
    ['kind/bug', 'bug'],
    ['type: bug', 'bug'],
    ['Bug', 'bug'],
    [':bug: bug', 'bug'],
    ['C-enhancement', 'feature'],
    ['enhancement', 'feature'],
    ['feature request', 'feature'],
    ['New Feature', 'feature'],
    ['documentation', 'documentation'],
    ['question', 'question'],
    ['缺陷', 'bug'],
    ['功能', 'feature'],
    ['问题', 'question'],
    ['錯誤', 'bug'],
    ['質問', 'question'],
    ['文档', 'documentation'],
    ['area: queue', null],
    ['debugger', null],
    ['docs-tooling', null],
  ])('is told by the label %s: %s', (label, type) => {
    expect(typeOfLabel(label)).toBe(type);
  });

  it.each([
    [
      'bug',
      'App crashes on startup',
      'After the update it crashes with an error every time I open it. Expected: no crash.',
    ],
    ['feature', 'Feature request: support dark mode', 'It would be nice to have an option. Please add support for it.'],
    [
      'question',
      'How do I configure a proxy?',
      'Is there a way to do this? I am new and could not find an example. Thanks!',
    ],
    ['bug', '启动时崩溃', ''],
    ['bug', '啟動時崩潰', ''],
    ['feature', '希望支持深色主题', ''],
    ['question', '请问如何配置?', ''],
  ])('is %s for "%s"', (type, title, body) => {
    const scores = shippedTypes(labelFeatures({ title, body }).hashes).slice(0, 3);

    expect(THREAD_TYPES[scores.indexOf(Math.max(...scores))]).toBe(type);
  });
});
