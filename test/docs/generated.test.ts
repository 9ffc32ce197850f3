import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { configurationPage, repositorySchema } from '../../src/config/describe-config.ts';
import { commandsPage } from '../../src/triage/commands-page.ts';

const generated = [
  ['docs/configuration.md', configurationPage()],
  ['docs/commands.md', commandsPage()],
  ['docs/commscore.schema.json', `${JSON.stringify(repositorySchema(), null, 2)}\n`],
] as const;

describe('generated documentation', () => {
  it.each(generated)('%s says what the schemas say (UPDATE_DOCS=1 rewrites it)', (file, text) => {
    const address = new URL(`../../${file}`, import.meta.url);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(address, text);

    expect(readFileSync(address, 'utf8')).toBe(text);
  });
});
