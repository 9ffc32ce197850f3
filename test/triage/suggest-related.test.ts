import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/repository-config.ts';
import { createRepositoryModel } from '../../src/match/repository-model.ts';
import { suggest } from '../../src/triage/suggest.ts';
import { aReading } from '../fakes/github.ts';
import { aTaken, configWith, surroundings } from './surroundings-of.ts';

const model = createRepositoryModel();
for (const id of ['1', '2', '3', '4']) model.learn(aTaken(id, 'ada'));
const others = ['Typo in the handbook', 'Release is late', 'Colours of the board', 'Log in with a token', 'Slow start'];
others.forEach((title, n) => {
  model.learn(aTaken(`5${n}`, 'ada', { title }));
});

function related(body: string, max = 2): string[] {
  const config = { ...configWith(), related: { ...defaultConfig.related, max } };
  const reading = aReading({ id: '9', title: 'Cache eviction drops hot entries', body });
  return suggest(reading, model, surroundings([], { config })).related.map(({ id }) => id);
}

describe('related content', () => {
  it('is not what the thread names itself; what comes next takes its place', () => {
    const [first = '', second = ''] = related('');

    expect(related(`As in #${first}`)).toHaveLength(2);
    expect(related(`As in #${first}`)).not.toContain(first);
    expect(related(`As in #${first}`)[0]).toBe(second);
    expect(related('As in acme/other#1')).toEqual([first, second]);
  });

  it('is never more than is wanted', () => {
    expect(related('', 1)).toHaveLength(1);
  });
});
