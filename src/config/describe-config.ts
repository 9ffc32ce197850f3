import { stringify } from 'yaml';
import { z } from 'zod';
import { environment } from './environment.ts';
import { repositoryConfig } from './repository-config.ts';

/** As much of JSON Schema as the settings use. */
interface Field {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  format?: string;
  items?: Field;
  properties?: Record<string, Field>;
}

/** Where editors find the schema. */
const SCHEMA_ADDRESS = 'https://raw.githubusercontent.com/commscore/commscore/main/docs/commscore.schema.json';

/** JSON Schema of `.github/commscore.yml`, as it is written by hand. */
export function repositorySchema(): object {
  return { $id: SCHEMA_ADDRESS, title: '.github/commscore.yml', ...z.toJSONSchema(repositoryConfig, { io: 'input' }) };
}

/** `docs/configuration.md`. */
export function configurationPage(): string {
  const all = Object.entries((repositorySchema() as Field).properties ?? {});
  const single = all.filter(([, field]) => field.properties === undefined);
  const sections = all.filter(([, field]) => field.properties !== undefined);
  return `${[
    INTRODUCTION,
    FILE_RULES,
    table('Key', single),
    ...sections.map(([name, field]) => sectionOf(name, field)),
    `### Every default\n\n\`\`\`yaml\n${defaultsAsYaml(all)}\`\`\``,
    ENVIRONMENT_RULES,
    table('Variable', Object.entries((z.toJSONSchema(environment, { io: 'input' }) as Field).properties ?? {})),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `# Configuration

Maintainers steer CommScore with a file in their repository; whoever runs it sets the environment of the process.
This page is generated from the schemas in \`src/config\`: change those, then run \`UPDATE_DOCS=1 npm test -- test/docs\`.`;

const FILE_RULES = `## \`.github/commscore.yml\`

- Every key may be left out. CommScore works without the file.
- It is read from the default branch and laid over the same file in the owner's \`.github\` repository: maps are merged
  key by key; lists and single values replace what is below.
- An unknown key or a value of the wrong type is an error, told with its line. The last good configuration stays in force.
- A duration is a whole number and a unit: \`30s\`, \`2m\`, \`6h\`, \`14d\`, \`2w\`.
- In patterns of labels and of categories \`*\` stands for any run of characters. Letters match in either case.
- In \`related.docs\` \`*\` and \`?\` stay within a name, \`**\` stands for any number of names, \`{a,b}\` for either.
- Probabilities are between 0 and 1. People are GitHub logins.
- A pull request that changes the file gets a check, \`CommScore configuration\`: what would change, or what is wrong, on
  its lines. It is asked for anew with each new head, and with **Re-run**. In \`mode: shadow\` there is none.
- An editor that knows JSON Schema completes and checks the file with [commscore.schema.json](commscore.schema.json):

\`\`\`yml
# yaml-language-server: $schema=${SCHEMA_ADDRESS}
mode: suggest
\`\`\``;

const ENVIRONMENT_RULES = `## Environment of the process

An empty variable counts as unset. Whatever cannot be used is refused at start, with its name and what was expected.`;

function sectionOf(name: string, { description = '', properties = {} }: Field): string {
  const rows = Object.entries(properties).map(([key, field]): [string, Field] => [`${name}.${key}`, field]);
  return `### \`${name}\`\n\n${description}\n\n${table('Key', rows)}`;
}

function table(first: string, rows: [string, Field][]): string {
  const lines = rows.map(
    ([name, field]) => `| \`${name}\` | ${valuesOf(field)} | ${defaultOf(field)} | ${field.description ?? ''} |`,
  );
  return [`| ${first} | Values | Default | Meaning |`, '| --- | --- | --- | --- |', ...lines].join('\n');
}

function valuesOf(field: Field): string {
  if (field.enum !== undefined) return field.enum.map((value) => `\`${value}\``).join(', ');
  switch (field.type) {
    case 'boolean':
      return '`true`, `false`';
    case 'integer':
      return `whole number, ${field.minimum} to ${field.maximum}`;
    case 'number':
      return `number, ${field.minimum} to ${field.maximum}`;
    case 'array':
      return field.items?.format === 'uri' ? 'list of addresses' : 'list of text';
    case 'object':
      return 'map of text to text';
    default:
      return field.pattern?.endsWith('[smhdw]$') ? 'duration' : 'text';
  }
}

function defaultOf(field: Field): string {
  return field.default === undefined ? '' : `\`${yamlValue(field.default)}\``;
}

function defaultsAsYaml(fields: [string, Field][]): string {
  return fields
    .map(([name, field]) => {
      if (field.properties === undefined) return `${name}: ${yamlValue(field.default)}\n`;
      const inner = Object.entries(field.properties).map(
        ([key, { default: value }]) => `  ${key}: ${yamlValue(value)}\n`,
      );
      return `${name}:\n${inner.join('')}`;
    })
    .join('');
}

/** In one line, as it would be written in the file. */
export function yamlValue(value: unknown): string {
  return stringify(value, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    singleQuote: true,
    lineWidth: 0,
  }).trim();
}
