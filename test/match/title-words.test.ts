import { describe, expect, it } from '@jest/globals';
import { titleWords } from '../../src/match/title-words.ts';

describe('words of a title', () => {
  it('are told apart without regard to case, identifiers whole, each once', () => {
    expect(titleWords('net/mlx5: fix rte_flow leak in MLX5 flow')).toEqual([
      'net',
      'mlx5',
      'fix',
      'rte_flow',
      'leak',
      'flow',
    ]);
  });

  it('leave out numbers and what is very short', () => {
    expect(titleWords('KAFKA-17854: Do it (#17586)')).toEqual(['kafka']);
  });

  it('are the same again when they are read as a title', () => {
    const words = titleWords('修复 连接池泄漏: don’t LEAK Über_pool __proto__');
    expect(titleWords(words.join(' '))).toEqual(words);
  });

  it('are at most twenty', () => {
    expect(titleWords(Array.from({ length: 40 }, (_, at) => `word${at}`).join(' '))).toHaveLength(20);
  });
});
