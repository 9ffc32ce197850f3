import { describe, expect, it } from '@jest/globals';
import { configProposal } from '../../src/config/config-proposal.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';

const owners = { name: 'acme/.github', text: 'labels: { max: 1, deny: [wontfix] }\nmention: true\n' };

describe('configProposal', () => {
  it('lays the file over the owner’s: maps are merged, lists replaced', () => {
    const file = { name: 'acme/engine', text: 'labels: { deny: [stale] }' };

    const { proposed } = configProposal(defaultConfig, owners, file);

    expect(proposed).toMatchObject({ mention: true, labels: { max: 1, deny: ['stale'], allow: ['*'] } });
  });

  it('leaves what the owner says where the file is taken away, and the defaults where nobody says anything', () => {
    expect(configProposal(defaultConfig, owners, null)).toMatchObject({ deleted: true, proposed: { mention: true } });
    expect(configProposal(defaultConfig, null, null)).toMatchObject({ deleted: true, proposed: defaultConfig });
  });

  it('tells what is wrong with the file, and with it alone', () => {
    const broken = { name: 'acme/.github', text: 'mode: loud' };
    const file = { name: 'acme/engine', text: 'mode: auto\nlabels:\n  maxx: 1\n' };

    expect(configProposal(defaultConfig, broken, file)).toMatchObject({
      proposed: null,
      problems: [{ file: 'acme/engine', line: 3, message: "unknown key 'labels.maxx'" }],
    });
  });

  it('refuses a file that is too large to be read', () => {
    const file = { name: 'acme/engine', text: `# ${'x'.repeat(70_000)}` };

    expect(configProposal(defaultConfig, null, file).problems).toEqual([
      { file: 'acme/engine', line: null, message: 'larger than 65536 characters' },
    ]);
  });
});
