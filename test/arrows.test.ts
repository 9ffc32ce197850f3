import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const BIOME = resolve('node_modules/@biomejs/biome/bin/biome');
const THING = 'export const thing = 1;\n';

const refused = [
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
] as const;

const allowed = [
  ['triage', 'match'],
  ['store', 'domain'],
  ['match', 'domain'],
  ['cli', 'store'],
  ['cli', 'feeds'],
  ['feeds', 'domain'],
] as const;

const impure = [
  ['the clock', 'now', 'export const now = Date.now();\n', 'takes clock, chance and environment'],
  ['chance', 'dice', 'export const dice = Math.random();\n', 'takes clock, chance and environment'],
  ['the environment', 'home', 'export const home = process.env.HOME;\n', 'noRestrictedGlobals'],
  [
    'files',
    'text',
    "import { readFileSync } from 'node:fs';\n\nexport const text = readFileSync;\n",
    'noRestrictedImports',
  ],
] as const;

const others = {
  'src/store/floating.ts': 'async function work() {}\n\nexport function start() {\n  work();\n}\n',
  'src/store/back.ts': "import { forth } from './forth.ts';\n\nexport const back = () => forth;\n",
  'src/store/forth.ts': "import { back } from './back.ts';\n\nexport const forth = () => back;\n",
};

function importing(from: string, to: string): [file: string, text: string] {
  return [`src/${from}/asks-${to}.ts`, `import { thing } from '../${to}/thing.ts';\n\nexport const other = thing;\n`];
}

describe('the linter', () => {
  let project: string;
  let complaints: Map<string, string>;
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'commscore-arrows-'));
    for (const file of ['biome.jsonc', 'package.json', 'lint', '.gitignore']) {
      cpSync(file, join(project, file), { recursive: true });
    }
    symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
    spawnSync('git', ['init', '--quiet', project]);
    for (const room of ['store', 'match', 'triage', 'github', 'feeds', 'domain']) write(`src/${room}/thing.ts`, THING);
    for (const [from, to] of [...refused, ...allowed]) write(...importing(from, to));
    for (const [, name, text] of impure) write(`src/match/${name}.ts`, text);
    for (const [file, text] of Object.entries(others)) write(file, text);
    complaints = complaintsOf(project);
  }, 60_000);
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), text);
  }

  it.each(refused)('refuses an import from %s to %s', (from, to) => {
    expect(complaints.get(importing(from, to)[0])).toContain('noRestrictedImports');
  });

  it.each(allowed)('lets %s import %s', (from, to) => {
    expect(complaints.get(importing(from, to)[0])).toBeUndefined();
  });

  it.each(impure)('keeps %s out of a pure room', (_, name, __, complaint) => {
    expect(complaints.get(`src/match/${name}.ts`)).toContain(complaint);
  });

  it('refuses a promise that nobody waits for, and a cycle', () => {
    expect(complaints.get('src/store/floating.ts')).toContain('noFloatingPromises');
    expect(complaints.get('src/store/forth.ts')).toContain('noImportCycles');
  });
});

interface Diagnostic {
  category: string;
  message: string;
  location: { path: string };
}

/** What Biome says of each file that it has something against. */
function complaintsOf(project: string): Map<string, string> {
  const args = [BIOME, 'lint', '--max-diagnostics=none', '--reporter=json', 'src'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  const said = new Map<string, string>();
  for (const { category, message, location } of diagnostics) {
    said.set(location.path, `${said.get(location.path) ?? ''}${category}: ${message}\n`);
  }
  return said;
}
