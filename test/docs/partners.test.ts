import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { partnersPart } from '../../src/community/partners-part.ts';
import { finish } from '../../src/match/steps.ts';
import { measuredInput } from '../community/measured.ts';
import { partnersFacts } from '../community/partners-facts.ts';

const page = readFileSync(new URL('../../docs/algorithms.md', import.meta.url), 'utf8');

describe('the partners in docs/algorithms.md', () => {
  it('have the numbers that the page gives them', () => {
    const part = finish(partnersPart(measuredInput(partnersFacts)));
    const [acme, globex] = part.organisations;
    const { leading, factor, concentration } = part.dependence;
    const queue = part.directories.find(({ directory }) => directory === 'src/queue');
    const three = (value: number | null | undefined) => (value ?? Number.NaN).toFixed(3);

    const told = [
      `share(acme) = ${three(acme?.share)}, share(globex) = ${three(globex?.share)}, share(unaffiliated) = ${three(part.unaffiliated?.share)}`,
      `leading share of changes = ${three(leading?.share)}, factor = ${factor}, concentration = ${three(concentration)}`,
      `share of src/queue (acme) = ${three(queue?.leading?.share)}`,
      `exchange(acme, globex) = ${three(part.cooperation.pairs[0]?.exchange)}, across = ${three(part.cooperation.across)}`,
      `score(initech) = ${three(part.candidates[0]?.score)}`,
    ];
    expect(page).toContain(told.join('\n'));
  });
});
