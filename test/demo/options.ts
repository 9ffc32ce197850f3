import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** A clone on this machine whose history is used; null: the made-up community. */
  repo: string | null;
  /** End after the comments are printed. */
  once: boolean;
  port: number;
}

export const USAGE = 'npm run demo -- [--once] [--repo PATH] [--port NUMBER]';

/** @throws Error that says what is wrong with them. */
export function readOptions(args: string[]): DemoOptions {
  const { values } = parseArgs({
    args,
    options: { once: { type: 'boolean' }, repo: { type: 'string' }, port: { type: 'string' } },
  });
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port ${values.port} is no port`);
  return { repo: values.repo ?? null, once: values.once ?? false, port };
}
