import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');

describe('the linter', () => {
  let project: string;
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'commscore-arrows-'));
    for (const file of ['biome.jsonc', 'package.json', 'lint', '.gitignore']) {
      cpSync(file, join(project, file), { recursive: true });
    }
    symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
    execFileSync('git', ['init', '--quiet', project]);
    for (const room of ['store', 'match', 'triage', 'github', 'feeds', 'domain']) write(`src/${room}/thing.ts`, THING);
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  const THING = 'export const thing = 1;\n';

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }

  /** What Biome says of one file; '' when it has nothing against it. */
  function complaints(file: string, text: string): string {
    write(file, text);
    try {
      execFileSync(process.execPath, [BIOME, 'lint', file], { cwd: project, stdio: 'pipe' });
      return '';
    } catch (error) {
      return String((error as { stderr: Buffer }).stderr) + String((error as { stdout: Buffer }).stdout);
    } finally {
      rmSync(join(project, file));
    }
  }

  it.each([
    ['domain', 'match'],
    ['match', 'store'],
    ['text', 'triage'],
    ['comment', 'github'],
    ['triage', 'store'],
    ['triage', 'github'],
    ['github', 'store'],
    ['store', 'triage'],
    ['web', 'store'],
    ['queue', 'triage'],
    ['feeds', 'store'],
    ['feeds', 'triage'],
    ['match', 'feeds'],
    ['triage', 'feeds'],
    ['web', 'feeds'],
  ])('refuses an import from %s to %s', (from, to) => {
    const text = `import { thing } from '../${to}/thing.ts';\n\nexport const other = thing;\n`;

    expect(complaints(`src/${from}/other.ts`, text)).toContain('noRestrictedImports');
  });

  it.each([
    ['triage', 'match'],
    ['store', 'domain'],
    ['match', 'domain'],
    ['cli', 'store'],
    ['cli', 'feeds'],
    ['feeds', 'domain'],
  ])('lets %s import %s', (from, to) => {
    const text = `import { thing } from '../${to}/thing.ts';\n\nexport const other = thing;\n`;

    expect(complaints(`src/${from}/other.ts`, text)).toBe('');
  });

  it.each([
    ['the clock', 'export const now = Date.now();\n', 'takes clock, chance and environment'],
    ['chance', 'export const dice = Math.random();\n', 'takes clock, chance and environment'],
    ['the environment', 'export const home = process.env.HOME;\n', 'noRestrictedGlobals'],
    ['files', "import { readFileSync } from 'node:fs';\n\nexport const text = readFileSync;\n", 'noRestrictedImports'],
  ])('keeps %s out of a pure room', (_, text, complaint) => {
    expect(complaints('src/match/other.ts', text)).toContain(complaint);
  });

  it('refuses a promise that nobody waits for, and a cycle', () => {
    const floating = 'async function work() {}\n\nexport function start() {\n  work();\n}\n';
    write('src/store/back.ts', "import { other } from './other.ts';\n\nexport const back = () => other;\n");
    const cycle = "import { back } from './back.ts';\n\nexport const other = () => back;\n";

    expect(complaints('src/store/floating.ts', floating)).toContain('noFloatingPromises');
    expect(complaints('src/store/other.ts', cycle)).toContain('noImportCycles');
  });
});
