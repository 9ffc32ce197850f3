import { describe, expect, it } from '@jest/globals';
import { sharedTrace } from '../../src/match/shared-trace.ts';
import { readText } from '../../src/text/read-text.ts';

function failure(...functions: string[]) {
  return readText(functions.map((name, at) => `    at ${name} (src/a.ts:${at + 1}:1)`).join('\n'));
}

function functionsShared(some: string[], others: string[]): string[] {
  return sharedTrace(failure(...some), failure(...others)).flatMap((reason) =>
    reason.kind === 'shares-trace' ? reason.functions : [],
  );
}

describe('a failure in the same place', () => {
  it('shares the topmost frame, or several', () => {
    expect(functionsShared(['a.b', 'main'], ['a.b', 'start'])).toEqual(['a.b']);
    expect(functionsShared(['x', 'a.b', 'a.c'], ['y', 'a.b', 'a.c'])).toEqual(['a.b', 'a.c']);
  });

  it('is none where only the way into the framework is the same, or where nothing fails', () => {
    expect(functionsShared(['a.b', 'main'], ['c.d', 'main'])).toEqual([]);
    expect(functionsShared([], [])).toEqual([]);
  });
});
