// What `npm run demo` runs on a fresh clone: plain JavaScript, so that it works before anything is installed or built.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 18) || major === 21) {
  console.error(`CommScore needs Node 20.18 or later (22 is fine, 21 is not); this is ${process.versions.node}.`);
  process.exit(1);
}
if (timeOf('package-lock.json') > timeOf('node_modules/.package-lock.json')) step('installing', 'npm', 'install');
const sources = Math.max(newestIn('src'), newestIn('test/demo'), newestIn('test/simulator'));
if (sources > Math.min(timeOf('dist/main.js'), timeOf('build/test/demo/main.js')))
  step('building', 'npm', 'run', 'build');
await import('../../build/test/demo/main.js');

function step(name, ...command) {
  console.log(`${name} (${command.join(' ')}) ...`);
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`${name} failed: run "${command.join(' ')}" to see why.`);
    process.exit(1);
  }
}

function timeOf(path) {
  return existsSync(root + path) ? statSync(root + path).mtimeMs : 0;
}

function newestIn(folder) {
  const files = readdirSync(root + folder, { recursive: true });
  return Math.max(...files.map((file) => timeOf(`${folder}/${file}`)));
}
