import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { charactersFile } from '../../bench/traditional-characters.ts';
import { foldHan } from '../../src/text/fold-han.ts';
import { taiwaneseWords } from '../../src/text/taiwanese-words.ts';

describe('simplified characters of traditional ones', () => {
  it.each([
    ['traditional Chinese', '記憶體溢位，請開啟「設定」', '记忆体溢位，请开启「设定」'],
    ['simplified Chinese', '内存溢出', '内存溢出'],
    ['Japanese forms of its own', '接続プールの検索', '接続プールの検索'],
    ['characters of two units', '𠮷野家', '𠮷野家'],
    ['everything else', 'retryJob 연결 🎉', 'retryJob 연결 🎉'],
  ])('are given for %s, each in its place', (_, text, expected) => {
    expect(foldHan(text)).toBe(expected);
    expect(foldHan(text)).toHaveLength(text.length);
  });

  it('stand in the source as the bench script writes them', () => {
    const written = charactersFile().replaceAll(/\s/g, '');

    expect(readFileSync('src/text/traditional-characters.ts', 'utf8').replaceAll(/\s/g, '')).toBe(written);
  });
});

describe('words of Taiwan', () => {
  it('are listed in simplified characters, and called otherwise on the mainland', () => {
    const wrong = [...taiwaneseWords].filter(
      ([word, called]) => foldHan(word + called) !== word + called || called === '' || taiwaneseWords.has(called),
    );

    expect(wrong).toEqual([]);
  });
});
