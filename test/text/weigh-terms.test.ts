import { describe, expect, it } from '@jest/globals';
import { hashTerm } from '../../src/text/hash-term.ts';
import { spellTerms } from '../../src/text/spell-terms.ts';
import { weighTerms } from '../../src/text/weigh-terms.ts';
import { wordsToShow } from '../../src/text/words-to-show.ts';

const MEGABYTE = 2 ** 20;

describe('weight of terms', () => {
  it('counts the title most and code least', () => {
    const weights = weighTerms({ title: 'leak', body: 'socket\n```\nmutex\n```' });

    const [title, prose, code] = ['leak', 'socket', 'mutex'].map((term) => weights.get(hashTerm(term)) ?? 0);
    expect([title, prose, code]).toEqual([8, 2, 1]);
  });

  it('leaves out words that are everywhere and addresses that are nowhere else', () => {
    expect(weighTerms({ title: 'this is the', body: 'panic at 0x7ffdeadbeef' }).size).toBe(1);
  });

  it('keeps a weight that fits a byte', () => {
    expect([...weighTerms({ title: '', body: 'spam '.repeat(5000) }).values()]).toEqual([255]);
  });

  it.each([
    ['quotes in quotes', '> '.repeat(10_000)],
    ['brackets in brackets', '['.repeat(MEGABYTE)],
    ['images in images', '!['.repeat(MEGABYTE / 2)],
    ['lists in lists', Array.from({ length: 1400 }, (_, depth) => `${' '.repeat(depth)}- x`).join('\n')],
    ['tags that never end', '<a '.repeat(MEGABYTE / 3)],
    ['comments that never end', '<!--'.repeat(MEGABYTE / 4)],
    ['fences', '```\n'.repeat(MEGABYTE / 4)],
    ['one long name', 'a.'.repeat(MEGABYTE / 2)],
    ['one long word', 'a'.repeat(MEGABYTE)],
    ['Chinese without an end', '连接池'.repeat(MEGABYTE / 3)],
    ['emoji', '😀'.repeat(MEGABYTE / 4)],
  ])('reads a megabyte of %s', (_, text) => {
    expect(weighTerms({ title: text, body: `${text}\n\nend` }).size).toBeLessThan(20);
  });
});

describe('spelling of terms', () => {
  it('is that of the text, and tells names in code from words', () => {
    const text = { title: 'Sockets leak', body: 'in `poolWorker` of src/pool.ts, error-free' };
    const wanted = new Set(['socket', 'poolworker', 'src/pool.ts', 'error-free'].map(hashTerm));

    expect([...spellTerms(text, wanted).values()]).toEqual([
      { word: 'Sockets', code: false },
      { word: 'poolWorker', code: true },
      { word: 'src/pool.ts', code: true },
      { word: 'error-free', code: false },
    ]);
  });

  it('shows neither a word beside a longer one that holds it nor one that says nothing', () => {
    expect(wordsToShow(['retry', 'retryJob', 'Job', 'queue', 'Queue'])).toEqual(['retryJob', 'queue']);
    expect(wordsToShow(['80', '流', 'Ks', '乱码', 'v2', 'AWQ'])).toEqual(['乱码', 'AWQ']);
  });
});
