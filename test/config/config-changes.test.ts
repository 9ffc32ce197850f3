import { describe, expect, it } from '@jest/globals';
import { changedSettings } from '../../src/config/config-changes.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { defaultConfig, type RepositoryConfig } from '../../src/config/repository-config.ts';

function read(text: string): RepositoryConfig {
  return parseConfig([{ name: 'here', text }]).config ?? defaultConfig;
}

describe('changedSettings', () => {
  it('says nothing of a file that says what holds anyway', () => {
    expect(changedSettings(defaultConfig, read('settle: 120s\nlabels: { max: 3 }'))).toEqual([]);
  });

  it.each([
    ['mode: auto', 'mode', 'suggest', 'auto'],
    ['settle: 0s', 'settle', '2m', '0s'],
    ['people: { inactiveAfter: 2w }', 'people.inactiveAfter', '180d', '14d'],
    ['people: { away: [mara, kai until 2026-12-24] }', 'people.away', '[]', '[mara, kai until 2026-12-24]'],
    ['labels: { deny: [] }', 'labels.deny', '[security*, P0]', '[]'],
    ['partners: { domains: { example.com: Example } }', 'partners.domains', '{}', '{example.com: Example}'],
  ])('tells of %j as it would be written', (text, key, before, after) => {
    expect(changedSettings(defaultConfig, read(text))).toEqual([{ key, before, after }]);
  });
});
