import { describe, expect, it } from '@jest/globals';
import { rationaleOf } from '../../src/comment/rationale.ts';

describe('rationaleOf', () => {
  it('tells the reasons in plain words', () => {
    const reasons = [
      { kind: 'took-similar', threads: ['3'], times: 1 },
      { kind: 'active', times: 12, days: 30 },
    ] as const;

    expect(rationaleOf([{ ...reasons[0], threads: ['3'] }, reasons[1]], 'en')).toBe(
      'took the similar thread #\u200b3; 12 contributions in the last 30 days',
    );
    expect(rationaleOf([{ kind: 'terms', terms: ['崩溃'] }], 'zh-CN')).toContain('“崩溃”');
    expect(rationaleOf([{ kind: 'fits-name' }], 'en')).toBe('a text model takes the name to fit');
    expect(rationaleOf([], 'en')).toBe('');
  });

  it('says whole reasons only, as many as fit into 280 characters', () => {
    const long = { kind: 'knows-terms' as const, terms: ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(50)) };

    const line = rationaleOf([long, long, { kind: 'active', times: 1, days: 1 }], 'en');

    expect(line.length).toBeLessThanOrEqual(280);
    expect(line).not.toContain(';');
    expect(line).toContain('d'.repeat(50));
  });

  it('pings, links and formats nothing, whatever the text says', () => {
    const terms = ['@octocat', '#1', '<!-- x', '**b**', 'https://evil.example', 'www.evil.example', '`x`', '[a](b)'];

    const lines = terms.map((term) => rationaleOf([{ kind: 'terms', terms: [term] }], 'en')).join('\n');

    expect(lines).not.toMatch(/@\w|#\d|<|\*|:\/\/|www\.|`|\[/);
  });
});
