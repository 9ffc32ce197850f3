import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError } from './fail.ts';

// The demo plays GitHub, which the product never does: it is built from the tests, beside `dist`.
const DEMO = fileURLToPath(new URL('../../build/test/demo/main.js', import.meta.url));

/** Shows the app at work against a local stand-in for GitHub. */
export async function demo({ repo, once }: { repo?: string; once?: boolean }): Promise<void> {
  if (!existsSync(DEMO)) {
    throw new CommandError('the demo is not part of this installation. Clone the repository and say: npm run demo');
  }
  const args = [DEMO, ...(once ? ['--once'] : []), ...(repo === undefined ? [] : ['--repo', repo])];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const end = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', end).on('SIGTERM', end);
  const code = await new Promise<number>((resolve, reject) =>
    child.once('error', reject).once('exit', (status) => resolve(status ?? 1)),
  );
  if (code !== 0) throw new CommandError(`the demo ended with code ${code}; its last lines say why`);
}
