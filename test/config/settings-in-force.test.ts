import { describe, expect, it } from '@jest/globals';
import { settingsInForce } from '../../src/config/settings-in-force.ts';

const OWNER = { name: 'acme/.github:.github/commscore.yml', text: 'mode: shadow\nlabels:\n  max: 1\n  deny: [P0]\n' };
const OWN = { name: 'acme/app:.github/commscore.yml', text: '# ours\nlabels: { max: 2 }\nsettle: 90s\n' };

function of(key: string, files: { name: string; text: string }[]) {
  return settingsInForce(files).find((setting) => setting.key === key);
}

describe('settingsInForce', () => {
  it('tells the topmost file that says so, with its line', () => {
    expect(of('mode', [OWNER, OWN])).toMatchObject({ value: 'shadow', from: { file: OWNER.name, line: 1 } });
    expect(of('labels.max', [OWNER, OWN])).toMatchObject({ value: '2', from: { file: OWN.name, line: 2 } });
    expect(of('labels.deny', [OWNER, OWN])).toMatchObject({ value: '[P0]', from: { file: OWNER.name, line: 4 } });
    expect(of('settle', [OWNER, OWN])).toMatchObject({ value: '90s', byDefault: '2m', from: { line: 3 } });
  });

  it('has every default where there is no file', () => {
    const all = settingsInForce([]);

    expect(all.length).toBeGreaterThan(30);
    expect(all.filter(({ from, value, byDefault }) => from !== null || value !== byDefault)).toEqual([]);
    expect(all.filter(({ about }) => about === '')).toEqual([]);
  });
});
