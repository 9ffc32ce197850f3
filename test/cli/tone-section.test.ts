import { describe, expect, it } from '@jest/globals';
import { toneSection } from '../../src/cli/tone-section.ts';
import { tonePart } from '../../src/community/tone-part.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { finish } from '../../src/match/steps.ts';
import { heard, measuredAt, outburst, quietYear, toneThread } from '../community/tone-history.ts';

const told = (facts: readonly Fact[]) => toneSection(finish(tonePart(measuredAt(facts))));

describe('tone in plain words', () => {
  it('tells of the last twelve weeks and of surges', () => {
    // Twelve weeks of 20 comments, 1 of them negative, and 30 more with 12: 24 of 270.
    expect(told([...quietYear(), ...outburst()])).toMatchInlineSnapshot(`
"Tone

8.9 % negative, 0.0 % toxic of 270 comments in the last 12 weeks

surge in the week of  tone      topic  share   usual  said on
2026-11-09            negative  all    26.0 %  5.0 %  #1000 #1001 #1002 #1003 #1004"
`);
  });

  it('says that no week stood out', () => {
    expect(told(quietYear())).toBe(
      'Tone\n\n5.0 % negative, 0.0 % toxic of 240 comments in the last 12 weeks; no week stood out',
    );
  });

  it('is empty where nothing was heard, or too little', () => {
    expect(told([toneThread(1, undefined)])).toBe('');
    expect(told([toneThread(1, [heard(2, 3, 3)])])).toBe('');
  });
});
