import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Permissions } from './state.ts';

/** What an app's manifest asks for, so that the simulator grants that and nothing more. */
export function readManifest(path: string | URL): { permissions: Permissions; events: string[] } {
  const manifest = parse(readFileSync(path, 'utf8')) as {
    default_permissions?: Permissions;
    default_events?: string[];
  };
  return { permissions: manifest.default_permissions ?? {}, events: manifest.default_events ?? [] };
}
