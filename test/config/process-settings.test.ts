import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/config/process-settings.ts';
import { SettingsError } from '../../src/config/settings-error.ts';

const app = { APP_ID: '7', PRIVATE_KEY: 'key', WEBHOOK_SECRET: 'secret' };

function messageOf(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
}

describe('readSettings', () => {
  it('needs nothing', () => {
    expect(readSettings({})).toEqual({
      app: null,
      github: { rest: 'https://api.github.com', graphql: 'https://api.github.com/graphql', web: 'https://github.com' },
      webhookPath: '/api/github/webhooks',
      host: undefined,
      port: 3000,
      logLevel: 'info',
      databaseUrl: undefined,
      redisUrl: undefined,
      role: 'all',
      dataDir: './data',
      dashboard: 'local',
      signIn: null,
      concurrency: 20,
      apiReserve: 0.5,
      digestHour: 6,
      huggingFace: null,
      variables: expect.any(Array),
    });
  });

  it('sets up text models where there is a token or an endpoint, and sends nothing to the hosted service beside an endpoint', () => {
    const hosted = readSettings({ HF_TOKEN: 'hf_secret' }).huggingFace;
    const own = readSettings({
      HF_ENDPOINT_URL: 'http://models:8080',
      HF_ZERO_SHOT_URL: 'http://labels:8080',
    }).huggingFace;

    expect(hosted).toEqual({
      token: 'hf_secret',
      embedding: { model: 'intfloat/multilingual-e5-small', url: null },
      zeroShot: { model: 'MoritzLaurer/multilingual-MiniLMv2-L6-mnli-xnli', url: null },
      classification: { model: 'lxyuan/distilbert-base-multilingual-cased-sentiments-student', url: null },
      labels: null,
      dailyCharacters: 2_000_000,
      timeoutMs: 10_000,
      batchSize: 32,
      concurrency: 4,
    });
    expect(own).toMatchObject({
      token: null,
      embedding: { url: 'http://models:8080' },
      zeroShot: { url: 'http://labels:8080' },
      classification: { url: 'http://models:8080' },
    });
  });

  it.each([
    [{ HF_ZERO_SHOT_URL: 'http://labels:8080' }, 'HF_ENDPOINT_URL'],
    [{ HF_ENDPOINT_URL: 'models:8080' }, 'HF_ENDPOINT_URL'],
    [{ HF_TOKEN: 'two words' }, 'HF_TOKEN'],
    [{ HF_TOKEN: 't', HF_EMBEDDING_MODEL: '../../x' }, 'HF_EMBEDDING_MODEL'],
    [{ HF_TOKEN: 't', HF_BATCH_SIZE: '0' }, 'HF_BATCH_SIZE'],
  ])('refuses %j of the text models by the name of the variable', (env, variable) => {
    expect(messageOf(env)).toContain(variable);
    expect(messageOf(env)).not.toContain('two words');
  });

  it('counts an empty variable as unset and trims the others', () => {
    expect(readSettings({ PORT: '', APP_ID: '  ', REDIS_URL: '\t', HOST: ' 0.0.0.0\n' })).toMatchObject({
      port: 3000,
      app: null,
      redisUrl: undefined,
      host: '0.0.0.0',
    });
  });

  it('reads the credentials of the App', () => {
    expect(readSettings(app).app).toEqual({
      id: '7',
      privateKey: 'key',
      privateKeyPath: null,
      webhookSecret: 'secret',
    });
    expect(readSettings({ ...app, PRIVATE_KEY: '', PRIVATE_KEY_PATH: 'app.pem' }).app).toMatchObject({
      privateKey: null,
      privateKeyPath: 'app.pem',
    });
  });

  it('finds a GitHub Enterprise Server', () => {
    expect(readSettings({ GHE_HOST: '127.0.0.1:4000', GHE_PROTOCOL: 'http' }).github).toEqual({
      rest: 'http://127.0.0.1:4000/api/v3',
      graphql: 'http://127.0.0.1:4000/api/graphql',
      web: 'http://127.0.0.1:4000',
    });
  });

  it('splits the roles over one PostgreSQL', () => {
    const env = { COMMSCORE_ROLE: 'worker', DATABASE_URL: 'postgres://db/commscore' };

    expect(readSettings(env)).toMatchObject({ role: 'worker', databaseUrl: 'postgres://db/commscore' });
  });

  it.each([
    ['APP_ID without WEBHOOK_SECRET', { ...app, WEBHOOK_SECRET: '' }, /WEBHOOK_SECRET is missing.*Set it/],
    ['APP_ID without a key', { ...app, PRIVATE_KEY: '' }, /PRIVATE_KEY or PRIVATE_KEY_PATH is missing.*set one/],
    ['a split on the embedded store', { COMMSCORE_ROLE: 'web' }, /needs DATABASE_URL.*Set DATABASE_URL/],
    ['an unknown role', { COMMSCORE_ROLE: 'boss' }, /^COMMSCORE_ROLE: .*"web"\|"worker"\|"all"/],
    ['a port that is no number', { PORT: 'http' }, /^PORT: expected a whole number from 0 to 65535\n/],
    ['a port out of range', { PORT: '70000' }, /^PORT: expected a whole number from 0 to 65535\n/],
    [
      'a concurrency of none',
      { COMMSCORE_CONCURRENCY: '0' },
      /^COMMSCORE_CONCURRENCY: expected a whole number from 1 to 100/,
    ],
    [
      'a reserve of more than all',
      { COMMSCORE_API_RESERVE: '1.1' },
      /^COMMSCORE_API_RESERVE: expected a number from 0 to 1\n/,
    ],
    ['a host with a protocol', { GHE_HOST: 'https://git.example' }, /^GHE_HOST: expected a host such as/],
    ['a relative webhook path', { WEBHOOK_PATH: 'hooks' }, /^WEBHOOK_PATH: expected a path/],
    ['another kind of database', { DATABASE_URL: 'mysql://db' }, /^DATABASE_URL: .*postgres:\/\/ or postgresql:\/\//],
    ['another kind of queue', { REDIS_URL: 'localhost:6379' }, /^REDIS_URL: .*redis:\/\/ or rediss:\/\//],
  ])('refuses %s and says what to do', (_what, env, expected) => {
    expect(messageOf(env)).toMatch(expected);
  });

  it('tells everything that is wrong at once', () => {
    expect(messageOf({ PORT: 'x', LOG_LEVEL: 'loud', COMMSCORE_DASHBOARD: 'public' })).toMatch(
      /PORT: .*\nLOG_LEVEL: .*\nCOMMSCORE_DASHBOARD: /,
    );
  });

  it('never repeats a value, which may hold a password', () => {
    expect(messageOf({ DATABASE_URL: 'mysql://me:hunter2@db', REDIS_URL: 'tcp://:hunter2@r' })).not.toContain(
      'hunter2',
    );
  });
});
