import { describe, expect, it } from '@jest/globals';
import { writtenWords } from '../../src/text/written-words.ts';

describe('writtenWords', () => {
  it('keeps headings and sentences, with the text of links', () => {
    expect(writtenWords('# Slow start\n\nSee [the guide](https://example.org/guide), it helps.')).toBe(
      'Slow start\nSee [the guide], it helps.',
    );
  });

  it('marks where code stood within a sentence', () => {
    expect(writtenWords('Calling `dumb()` twice fails.')).toBe('Calling  code  twice fails.');
  });

  it.each([
    ['code', '```\nint main();\n```'],
    ['a quote', '> they said so'],
    ['a log', '[2024-01-02 10:00:00] WARN it is slow'],
    ['an exception', 'java.lang.IllegalStateException: too late'],
    ['a frame', '    at org.example.Queue.poll(Queue.java:12)'],
    ['a command', '$ npm run build --all'],
    ['a row of a table', '| a | b |\n| - | - |'],
    ['a line that ends as code does', 'return value;'],
    ['a line of numbers', '0x00 0x17 0x2a 99 100 200 300'],
    ['nothing', ''],
  ])('leaves out %s', (_what, text) => {
    expect(writtenWords(text)).toBe('');
  });

  it('keeps short outbursts, which hardly hold a letter', () => {
    expect(writtenWords(':(')).toBe(':(');
    expect(writtenWords('no!!!')).toBe('no!!!');
  });

  it('keeps Chinese', () => {
    expect(writtenWords('升级以后编辑器很慢，请看日志。')).toBe('升级以后编辑器很慢，请看日志。');
  });
});
