import { describe, expect, it } from '@jest/globals';
import { nearestWord } from '../../src/text/nearest-word.ts';

describe('the nearest word', () => {
  it.each([
    ['asign', 'assign'],
    ['ASSING', 'assign'],
    ['optout', 'opt-out'],
    ['labl', 'label'],
    ['helpp', 'help'],
    ['hlep', 'help'],
    ['undo', 'undo'],
  ])('of %s is %s', (word, nearest) => {
    expect(nearestWord(word, ['help', 'assign', 'label', 'undo', 'opt-out'])).toBe(nearest);
  });

  it.each(['', 'deploy', 'x', 'a'.repeat(10_000)])('of what resembles none is none', (word) => {
    expect(nearestWord(word, ['help', 'assign'])).toBeNull();
  });

  it('is the first of equals', () => {
    expect(nearestWord('cat', ['bat', 'rat'])).toBe('bat');
  });
});
