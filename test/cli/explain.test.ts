import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commscore, makeClone } from './run-command.ts';

describe('commscore explain', () => {
  let folder: string;
  let clone: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'commscore-explain-'));
    clone = join(folder, 'clone');
    makeClone(
      clone,
      Array.from({ length: 4 }, (_, n) => ({
        author: 'ada',
        message: `Change the cache\n\nReviewed-by: ${n === 0 ? 'bob' : 'cleo'} <them@example.com>`,
        files: { 'src/cache/shard.ts': `export const n = ${n};\n` },
      })),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const explain = (...options: string[]) =>
    commscore(['explain', ...options, '--repo', clone], { env: { XDG_CACHE_HOME: join(folder, 'cache') } });
  const ofReviewers = ['reviewers', '--files', 'src/cache/shard.ts', '--author', 'ada'];

  it('prints a table of the evidence for each person, in sentences with counts', async () => {
    const { code, out } = await explain(...ofReviewers);

    expect(code).toBe(0);
    expect(out).toMatch(/^cleo, \d+%$/m);
    expect(out).toMatch(/^adds +value +others +weight +shipped$/m);
    expect(out).toMatch(/Reviews changes to these files and the directories above them \(3 times\)\.$/m);
  });

  it('gives the same as data', async () => {
    const { out } = await explain(...ofReviewers, '--json');

    const [best] = JSON.parse(out).reviewers;
    expect(best.evidence).toContainEqual({
      feature: 'reviewedHere',
      value: expect.any(Number),
      meanValue: expect.any(Number),
      weight: expect.any(Number),
      shippedWeight: expect.any(Number),
      contribution: expect.any(Number),
      times: 3,
    });
  });

  it('tells the evidence of who could take an issue too', async () => {
    const { out } = await explain('issue', '--title', 'The cache is slow');

    expect(out).toMatch(/Changes files with such words in their paths \(4 times\)\.$/m);
  });
});
