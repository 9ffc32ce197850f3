import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandError, UsageError } from '../../src/cli/fail.ts';
import { partners } from '../../src/cli/partners.ts';
import { partnersText } from '../../src/cli/partners-text.ts';
import { type PartnersPart, partnersPart } from '../../src/community/partners-part.ts';
import { finish } from '../../src/match/steps.ts';
import { aChange, aThread } from '../community/interaction-facts.ts';
import { measuredInput } from '../community/measured.ts';
import { gitRepository } from '../github/temp-repository.ts';

describe('commscore partners', () => {
  let folder: string;
  let clone: ReturnType<typeof gitRepository>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'commscore-partners-'));
    clone = gitRepository(join(folder, 'clone'));
    const commit = (author: string, reviewer: string, path: string) =>
      clone.commit({ author, message: `Change\n\nReviewed-by: ${reviewer}`, files: { [path]: `${Math.random()}` } });
    const [ann, bob, cas] = ['Ann <ann@acme.com>', 'Bob <bob@eng.globex.org>', 'Cas <cas@gmail.com>'] as const;
    commit(ann, bob, 'src/queue/a.ts');
    commit(ann, cas, 'src/queue/b.ts');
    commit(bob, ann, 'src/web/a.ts');
    commit(cas, ann, 'docs/a.md');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('tells the organisations of a clone by addresses, as of its newest change', async () => {
    const text = await partners({ repo: clone.path });

    expect(text).toMatch(/: 2 organisations, 25 % of the work by people of none that is known\n/);
    expect(text).toMatch(/^acme\.com +50 % +1 +2\.0 +2\.0 +0\.0 +4 +0 {2}directory src/m);
    expect(text).toMatch(/^globex\.org +25 %/m);
    expect(text).toMatch(/^acme\.com wrote 50 % of the changes\n2 of all/m);
    expect(text).toMatch(/^src\/queue +acme\.com 100 %/m);
    expect(text).toMatch(/^acme\.com and globex\.org +1\.00 +1\.00 +1\.00$/m);
    expect(text).not.toContain('@');
  });

  it('calls organisations as a configuration does, and gives all numbers as JSON', async () => {
    const config = join(folder, 'commscore.yml');
    writeFileSync(config, 'partners:\n  domains:\n    acme.com: Acme Corporation\n    globex.org: Acme Corporation\n');
    const part: PartnersPart & { at: string } = JSON.parse(await partners({ repo: clone.path, config, json: true }));

    expect(part.organisations.map(({ name, people }) => [name, people])).toEqual([
      ['Acme Corporation', ['Ann', 'Bob']],
    ]);
    expect(part.at).toMatch(/^2026-01-01T/);
  });

  it('says what is wrong with the configuration, and with the command line', async () => {
    const config = join(folder, 'bad.yml');
    writeFileSync(config, 'partners:\n  domain: {}\n');

    await expect(partners({ repo: clone.path, config })).rejects.toThrow(CommandError);
    await expect(partners({ repo: clone.path, config: join(folder, 'none.yml') })).rejects.toThrow('cannot be read');
    await expect(partners({})).rejects.toThrow(UsageError);
    await expect(partners({ repo: clone.path, repository: 'a/b' })).rejects.toThrow(UsageError);
  });
});

describe('partners in words', () => {
  it('give the reasons of candidates, and keep the terminal as it is', () => {
    const facts = [
      { kind: 'person', login: 'eve', organisation: '\u001b[31mInitech', bot: false } as const,
      aChange('dee', [], 1, ['src/queue/a.ts']),
      { ...aThread('eve', { participants: ['dee'] }, 0), title: 'The queue is stuck' },
    ];
    const text = partnersText('acme/engine', '2026-01-01T00:00:00Z', finish(partnersPart(measuredInput(facts))));

    expect(text).toContain(
      'Initech (0.33): opened 1 thread on topic queue, where 1 thread is open and none was ever finished',
    );
    expect(text).not.toContain('\u001b');
  });
});
