import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { communityReport } from '../../src/community/community-report.ts';
import { aChange, aThread, workOf } from '../community/interaction-facts.ts';

const page = readFileSync(new URL('../../docs/algorithms.md', import.meta.url), 'utf8');

describe('the community in docs/algorithms.md', () => {
  it('has the numbers of its example', () => {
    const work = workOf([
      ...[1, 2, 3].map(() => aChange('ann', ['bob'], 0)),
      aChange('ann', ['cas'], 0),
      aThread('bob', { participants: ['dee'] }, 0),
    ]);

    const { people } = communityReport(work, () => false);

    expect(people.map(({ login }) => login).toSorted()).toEqual(['ann', 'bob', 'cas', 'dee']);
    for (const { login, influence } of people) expect(page).toContain(`influence(${login}) = ${influence.toFixed(3)}`);
    for (const { login, bridging } of people.filter((person) => person.login !== 'dee')) {
      expect(page).toContain(`bridging(${login}) = ${bridging.toFixed(3)}`);
    }
  });
});
