import { describe, expect, it } from '@jest/globals';
import { scanPairs } from '../../src/text/scan-pairs.ts';
import { weighTerms } from '../../src/text/weigh-terms.ts';

function pairs(text: string): string[] {
  const found: string[] = [];
  scanPairs(text, (pair) => found.push(pair));
  return found;
}

describe('pairs of characters', () => {
  it.each([
    ['Chinese', '连接池 泄漏', ['连接', '接池', '泄漏']],
    ['traditional characters', '連接池', ['连接', '接池']],
    ['Chinese beside English', '用redis做缓存', ['做缓', '缓存']],
    ['Japanese, less what is grammar alone', 'プールから外す', ['プー', 'ール', 'ルか', 'ら外', '外す']],
    ['rare characters', '𠮷野家', ['𠮷野', '野家']],
    ['English', 'connection pool', []],
    ['Korean', '연결 누수', []],
    ['a single character', '池', []],
  ])('are read in %s', (_, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  it('let texts meet whose words are cut in different places', () => {
    const shared = (one: string, other: string) => {
      const weights = weighTerms({ title: one, body: '' });
      return [...weighTerms({ title: other, body: '' }).keys()].filter((hash) => weights.has(hash));
    };

    expect(shared('侧边栏目', '侧边').length).toBeGreaterThan(0);
    expect(shared('消息队列堵塞', '队列堵').length).toBeGreaterThan(1);
    expect(shared('消息队列', '连接池')).toEqual([]);
  });
});
