import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod';
import { configurationPage, repositorySchema } from '../../src/config/describe-config.ts';
import { environment } from '../../src/config/environment.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';

interface Field {
  description?: string;
  properties?: Record<string, Field>;
}

function fieldsOf(schema: Field, prefix = ''): [string, Field][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): [string, Field][] => [
    [prefix + name, field],
    ...fieldsOf(field, `${prefix}${name}.`),
  ]);
}

const page = configurationPage();
const yamlOfPage = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

describe('configurationPage', () => {
  it.each(fieldsOf(repositorySchema() as Field))('tells what %s means', (name, field) => {
    expect(field.description).toBeTruthy();
    expect(page).toContain(`\`${name}\``);
  });

  it.each(fieldsOf(z.toJSONSchema(environment, { io: 'input' }) as Field))('tells what %s means', (name, field) => {
    expect(field.description).toBeTruthy();
    expect(page).toContain(`| \`${name}\` |`);
  });

  it('shows every default as a file that says the same as no file', () => {
    expect(yamlOfPage).toContain('settle: 2m');
    expect(parseConfig([{ name: 'page', text: yamlOfPage }])).toEqual({ config: defaultConfig, problems: [] });
  });
});

describe('repositorySchema', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const accepts = ajv.compile(repositorySchema());

  it('accepts the file with every default, and no file', () => {
    expect(accepts(parse(yamlOfPage))).toBe(true);
    expect(accepts({})).toBe(true);
  });

  it.each([{ labels: { maxx: 1 } }, { settle: 120 }, { settle: '2 minutes' }, { mode: 'loud' }, { mention: 'yes' }])(
    'refuses %j',
    (config) => {
      expect(accepts(config)).toBe(false);
    },
  );
});
