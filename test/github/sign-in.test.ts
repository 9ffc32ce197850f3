import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gitHubSignIn } from '../../src/github/sign-in.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';

const VERIFIER = 'v'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const CALLBACK = 'https://commscore.example.com/sign-in/callback';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
  simulator.addAccount({ login: 'mira' });
  simulator.oauth.person = 'mira';
});
afterEach(async () => {
  expect(simulator.violations()).toEqual([]);
  await simulator.close();
});

function signIn(over: { clientSecret?: string } = {}) {
  const { clientId, clientSecret } = simulator.oauth;
  const { address } = simulator;
  return gitHubSignIn({ clientId, clientSecret, rest: `${address}/api/v3`, web: address, userAgent: 'test', ...over });
}

async function codeOf(challenge = CHALLENGE): Promise<string> {
  const address = signIn().address({ state: 's&t', challenge, callback: CALLBACK });
  const back = new URL((await fetch(address, { redirect: 'manual' })).headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('s&t');
  return back.searchParams.get('code') ?? '';
}

describe('signing in with GitHub', () => {
  it('tells who somebody is, and gives back at once what it was given to act for them', async () => {
    const code = await codeOf();

    expect(await signIn().person({ code, verifier: VERIFIER, callback: CALLBACK })).toEqual({
      id: simulator.addAccount({ login: 'mira' }).id,
      login: 'mira',
    });
    expect(simulator.oauth.openTokens()).toBe(0);
  });

  it.each([
    ['was never given', 'x'.repeat(20), VERIFIER, CALLBACK],
    ['another browser began', null, 'w'.repeat(43), CALLBACK],
  ])('takes no code that %s', async (_what, code, verifier, callback) => {
    const given = code ?? (await codeOf());

    expect(await signIn().person({ code: given, verifier, callback })).toBeNull();
  });

  it('takes each code once', async () => {
    const given = { code: await codeOf(), verifier: VERIFIER, callback: CALLBACK };
    await signIn().person(given);

    expect(await signIn().person(given)).toBeNull();
  });

  it('says that the client secret is wrong, without saying it', async () => {
    const asked = signIn({ clientSecret: 'hunter2hunter2hunter2' }).person({
      code: await codeOf(),
      verifier: VERIFIER,
      callback: CALLBACK,
    });

    await expect(asked).rejects.toThrow(
      'GitHub failed on POST /login/oauth/access_token: incorrect_client_credentials',
    );
    await expect(asked).rejects.not.toThrow(/hunter2/);
  });

  it('lets out nothing of the request where GitHub fails', async () => {
    const code = await codeOf();
    simulator.faults.serverError(500);

    const failure = await signIn()
      .person({ code, verifier: VERIFIER, callback: CALLBACK })
      .catch((error: unknown) => error);

    expect(failure).toMatchObject({ name: 'GitHubRequestError', status: 500 });
    expect(JSON.stringify(failure)).not.toContain(simulator.oauth.clientSecret);
  });
});
