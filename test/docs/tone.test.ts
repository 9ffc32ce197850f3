import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { binomialTail } from '../../src/community/binomial-tail.ts';
import { weekStandings } from '../../src/community/tone-surges.ts';

const page = readFileSync(new URL('../../docs/algorithms.md', import.meta.url), 'utf8');
const USUAL = [1, 0, 1, 2, 1, 0, 1, 2].map((told) => ({ comments: 20, told }));
const last = (told: number) => weekStandings([...USUAL, { comments: 20, told }]).at(-1);

describe('the example of surges in docs/algorithms.md', () => {
  it('is as it works out', () => {
    expect(page).toContain(`z        = ${last(6)?.z?.toFixed(3)}`);
    expect(page).toContain(`P(X >= 6) = ${binomialTail(6, 20, 8.5 / 161).toFixed(4)}`);
    expect(page).toContain(`none: z = ${last(3)?.z?.toFixed(3)}`);
    expect([last(6)?.surging, last(3)?.surging]).toEqual([true, false]);
  });
});
