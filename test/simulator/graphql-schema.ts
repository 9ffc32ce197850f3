import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

let built: GraphQLSchema | undefined;

/** GitHub's own schema; built once a process, which takes about a second. */
export function githubSchema(): GraphQLSchema {
  if (built === undefined) {
    // The package exports no file of its own, so its folder is found through its entry.
    const folder = dirname(createRequire(import.meta.url).resolve('@octokit/graphql-schema'));
    const text = readFileSync(join(folder, 'schema.graphql'), 'utf8');
    built = buildSchema(text, { assumeValid: true, assumeValidSDL: true, noLocation: true });
  }
  return built;
}
