import { describe, expect, it } from '@jest/globals';
import { variablesInForce } from '../../src/config/variables-in-force.ts';

const SECRETS = [
  'PRIVATE_KEY',
  'PRIVATE_KEY_PATH',
  'WEBHOOK_SECRET',
  'GITHUB_CLIENT_SECRET',
  'DATABASE_URL',
  'REDIS_URL',
  'HF_TOKEN',
  'HF_ENDPOINT_URL',
];

function of(name: string, env: Record<string, string>) {
  return variablesInForce(env).find((variable) => variable.name === name);
}

describe('variablesInForce', () => {
  it.each(SECRETS)('tells of %s only that it is set', (name) => {
    expect(of(name, { [name]: 'hunter2' })).toMatchObject({ value: null, from: 'environment' });
    expect(of(name, {})).toMatchObject({ value: null, from: 'unset' });
  });

  it('tells where the others come from; an empty one counts as unset', () => {
    expect(of('PORT', { PORT: ' 8080 ' })).toMatchObject({ value: '8080', from: 'environment' });
    expect(of('PORT', { PORT: ' ' })).toMatchObject({ value: '3000', from: 'default' });
    expect(of('HOST', {})).toMatchObject({ value: null, from: 'unset' });
  });

  it('shows no variable that is not known to be harmless', () => {
    const names = variablesInForce({}).map(({ name }) => name);
    const all = variablesInForce(Object.fromEntries(names.map((name) => [name, 'hunter2'])));

    expect(all.filter(({ value }) => value === null).map(({ name }) => name)).toEqual(expect.arrayContaining(SECRETS));
    expect(all.filter(({ name, value }) => value !== null && /SECRET|KEY|TOKEN|URL$/.test(name))).toEqual([
      expect.objectContaining({ name: 'COMMSCORE_PUBLIC_URL' }),
    ]);
  });
});
