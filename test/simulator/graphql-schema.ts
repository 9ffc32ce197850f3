import { buildSchema, type GraphQLSchema } from 'graphql';

let built: Promise<GraphQLSchema> | undefined;

/** GitHub's own schema; built once a process, which takes about a second. */
export function githubSchema(): Promise<GraphQLSchema> {
  built ??= build();
  return built;
}

async function build(): Promise<GraphQLSchema> {
  // Loaded when first asked for: the package reads 5 MB as it is imported.
  const { schema } = await import('@octokit/graphql-schema');
  return buildSchema(schema.idl, { assumeValid: true, assumeValidSDL: true, noLocation: true });
}
