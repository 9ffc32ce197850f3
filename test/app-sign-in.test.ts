import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { dashboardAccess } from '../src/app-sign-in.ts';
import { readSettings } from '../src/config/process-settings.ts';
import { GitHubAccessError, GitHubRequestError } from '../src/github/github-error.ts';
import { openStage, type Stage } from './github/stage.ts';

const ENV = {
  APP_ID: '7',
  PRIVATE_KEY: 'key',
  WEBHOOK_SECRET: 'secret',
  COMMSCORE_DASHBOARD: 'github',
  GITHUB_CLIENT_ID: 'Iv1.7',
  GITHUB_CLIENT_SECRET: '0123456789abcdef0123',
  COMMSCORE_PUBLIC_URL: 'https://commscore.example.com',
};

const sessions = { startSession: async () => {}, findSession: async () => null, endSession: async () => {} };

function said() {
  const lines: string[] = [];
  const say = (_facts: object, sentence?: string) => void lines.push(sentence ?? '');
  return { lines, log: { info: say, warn: say, error: say } };
}

function settings(env: Record<string, string> = {}) {
  return { ...readSettings({ ...ENV, ...env }), version: '1.2.3' };
}

describe('what somebody who signed in may see', () => {
  let stage: Stage;
  let aheadMs = 0;
  beforeEach(async () => {
    stage = await openStage();
    aheadMs = 0;
  });
  afterEach(() => stage.close());

  function access() {
    const ref = { installationId: stage.installationId, owner: 'Acme', repo: 'engine' };
    const store = { ...sessions, repositoryNames: async () => [ref] };
    const now = () => Date.now() + aheadMs;
    const opened = dashboardAccess(settings(), { store, github: stage.github, log: said().log, now });
    if (typeof opened === 'string') throw new Error('nobody signs in');
    return opened;
  }

  it('is what GitHub says, asked for once in three minutes', async () => {
    const mira = stage.simulator.addAccount({ login: 'mira' });
    const { writable } = access();
    stage.simulator.clearLog();

    expect(await writable(mira)).toEqual(new Set(['acme/engine']));
    await writable(mira);
    expect(stage.simulator.requestCounts()).toMatchObject({ graphql: 1 });
  });

  it('ends within minutes where a right is taken away', async () => {
    const mira = stage.simulator.addAccount({ login: 'mira' });
    const { writable } = access();
    await writable(mira);
    stage.simulator.repository('acme/engine').collaborators.delete(mira);

    aheadMs = 3 * 60_000 + 1;
    expect(await writable(mira)).toEqual(new Set());
  });
});

describe('installations that cannot be asked', () => {
  const mara = { id: 7, login: 'mara' };
  const store = {
    ...sessions,
    repositoryNames: async () =>
      [1, 2].map((installationId) => ({ installationId, owner: `o${installationId}`, repo: 'r' })),
  };

  function writable(errors: Record<number, Error>, log = said().log) {
    const github = {
      writableBy: async (refs: readonly { installationId: number; owner: string; repo: string }[]) => {
        const error = errors[refs[0]?.installationId ?? 0];
        if (error !== undefined) throw error;
        return [...refs];
      },
    };
    const opened = dashboardAccess(settings(), { store, github, log, now: Date.now });
    if (typeof opened === 'string') throw new Error('nobody signs in');
    return opened.writable(mara);
  }

  const weather = new GitHubRequestError('no answer', 0);

  it('hide what they hold, and the log says so', async () => {
    const { lines, log } = said();

    expect(await writable({ 1: weather }, log)).toEqual(new Set(['o2/r']));
    expect(lines).toEqual(['an installation could not be asked who may write to its repositories']);
  });

  it('hold nothing to see where the app was taken away', async () => {
    const gone = new GitHubAccessError('suspended');
    const { lines, log } = said();

    expect(await writable({ 1: gone, 2: gone }, log)).toEqual(new Set());
    expect(lines).toEqual([]);
  });

  it('are told of where there are no others', async () => {
    await expect(writable({ 1: weather, 2: weather })).rejects.toThrow('no answer');
  });
});

describe('the dashboard of a process', () => {
  const ports = { store: { ...sessions, repositoryNames: async () => [] }, github: { writableBy: async () => [] } };
  const accessOf = (env: Record<string, string>, log = said().log) =>
    dashboardAccess(settings(env), { ...ports, log, now: Date.now });

  it.each([
    ['off', { COMMSCORE_DASHBOARD: 'off' }],
    ['local', { COMMSCORE_DASHBOARD: 'local' }],
    ['off', { COMMSCORE_ROLE: 'worker', DATABASE_URL: 'postgres://db/commscore' }],
  ])('is %s with %j', (expected, env) => {
    expect(accessOf(env)).toBe(expected);
  });

  it.each([
    ['http://commscore.example.com', 1],
    ['https://commscore.example.com', 0],
    ['http://localhost:3000', 0],
  ])('at %s is warned of %d times', (address, times) => {
    const { lines, log } = said();
    accessOf({ COMMSCORE_PUBLIC_URL: address }, log);

    expect(lines).toHaveLength(times);
  });
});
