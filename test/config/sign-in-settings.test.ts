import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/process-settings.ts';
import { SettingsError } from '../../src/config/settings-error.ts';

const SIGN_IN = {
  APP_ID: '7',
  PRIVATE_KEY: 'key',
  WEBHOOK_SECRET: 'secret',
  COMMSCORE_DASHBOARD: 'github',
  GITHUB_CLIENT_ID: 'Iv1.7',
  GITHUB_CLIENT_SECRET: '0123456789abcdef0123',
  COMMSCORE_PUBLIC_URL: 'https://commscore.example.com/',
};

function refusal(env: Record<string, string>): string {
  try {
    readSettings({ ...SIGN_IN, ...env });
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
}

describe('signing in', () => {
  it('goes by the client of the App, a public address and a list of operators', () => {
    const { dashboard, signIn } = readSettings({ ...SIGN_IN, COMMSCORE_OPERATORS: 'Mara, li_acme' });

    expect(dashboard).toBe('github');
    expect(signIn).toEqual({
      clientId: 'Iv1.7',
      clientSecret: '0123456789abcdef0123',
      publicUrl: 'https://commscore.example.com',
      operators: new Set(['mara', 'li_acme']),
    });
  });

  it.each([
    ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_ID'],
    ['GITHUB_CLIENT_SECRET', 'GITHUB_CLIENT_SECRET'],
    ['COMMSCORE_PUBLIC_URL', 'COMMSCORE_PUBLIC_URL'],
  ])('needs %s', (name, named) => {
    expect(refusal({ [name]: '' })).toMatch(new RegExp(`^COMMSCORE_DASHBOARD=github needs ${named}:`));
  });

  it.each([
    ['a path', 'https://example.com/commscore'],
    ['a password', 'https://me:hunter2@example.com'],
    ['no protocol', 'commscore.example.com'],
    ['another protocol', 'ftp://example.com'],
    ['a question', 'https://example.com/?a=b'],
  ])('has no public address with %s', (_what, address) => {
    expect(refusal({ COMMSCORE_PUBLIC_URL: address })).toMatch(/^COMMSCORE_PUBLIC_URL: expected an address without/);
    expect(refusal({ COMMSCORE_PUBLIC_URL: address })).not.toContain('hunter2');
  });

  it('takes logins for operators, and nothing else', () => {
    expect(refusal({ COMMSCORE_OPERATORS: '*' })).toMatch(/^COMMSCORE_OPERATORS: expected logins/);
    expect(refusal({ COMMSCORE_OPERATORS: 'mara,,li' })).toMatch(/^COMMSCORE_OPERATORS: expected logins/);
  });

  it('is set up only where a dashboard is shown: not by a worker, not before the App is registered', () => {
    const worker = { COMMSCORE_ROLE: 'worker', DATABASE_URL: 'postgres://db/commscore', GITHUB_CLIENT_ID: '' };

    expect(readSettings({ ...SIGN_IN, ...worker }).signIn).toBeNull();
    expect(readSettings({ ...SIGN_IN, APP_ID: '', GITHUB_CLIENT_ID: '' }).signIn).toBeNull();
    expect(readSettings({ ...SIGN_IN, COMMSCORE_DASHBOARD: 'local' }).signIn).toBeNull();
  });
});
