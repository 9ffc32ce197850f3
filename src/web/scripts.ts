import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What pages run in the browser. The address holds a hash of the text, so that it may be kept for ever. */
export interface Script {
  address: string;
  text: string;
}

/** What d3-zoom stands on, each after what it needs itself. */
const ZOOM_PARTS = [
  'd3-color',
  'd3-dispatch',
  'd3-ease',
  'd3-timer',
  'd3-selection',
  'd3-interpolate',
  'd3-drag',
  'd3-transition',
  'd3-zoom',
];

/** In the order they are run. */
export const networkScripts: readonly Script[] = [
  scriptOf('d3-zoom', ZOOM_PARTS.map(readPackaged).join('\n')),
  scriptOf('network', readOwn('browser/network.js')),
];

/** Packages are taken as they are installed, in the form they are packed in for browsers. */
function readPackaged(name: string): string {
  const zoom = createRequire(import.meta.url).resolve('d3-zoom');
  const entry = createRequire(zoom).resolve(name);
  return readFileSync(join(dirname(entry), '..', 'dist', `${name}.min.js`), 'utf8');
}

/** Without the name of a map that is not served. */
function readOwn(path: string): string {
  const text = readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
  return text.replace(/^\/\/# sourceMappingURL=.*$/m, '');
}

function scriptOf(name: string, text: string): Script {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { address: `/assets/${name}.${hash}.js`, text };
}
