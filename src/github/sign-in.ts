import { request } from '@octokit/request';
import { z } from 'zod';
import { GitHubRequestError, guarded } from './github-error.ts';

export interface SignInOptions {
  clientId: string;
  clientSecret: string;
  /** Base of REST, such as `https://api.github.com`. */
  rest: string;
  /** Where people sign in, such as `https://github.com`. */
  web: string;
  userAgent: string;
}

/** GitHub tells who somebody is. What it would let the app do in their name is given back at once. */
export interface GitHubSignIn {
  /** Where the browser goes; it comes back to `callback` with `state` and a code. */
  address(asked: { state: string; challenge: string; callback: string }): string;
  /** null: GitHub does not take the code. @throws where GitHub cannot be asked. */
  person(given: { code: string; verifier: string; callback: string }): Promise<{ id: number; login: string } | null>;
}

const TIMEOUT_MS = 10_000;

export function gitHubSignIn({ clientId, clientSecret, rest, web, userAgent }: SignInOptions): GitHubSignIn {
  const ask = request.defaults({ baseUrl: rest, headers: { 'user-agent': userAgent } });
  const bounded = () => ({ request: { signal: AbortSignal.timeout(TIMEOUT_MS) } });

  async function tokenFor(code: string, verifier: string, callback: string): Promise<string | null> {
    const { data } = await ask('POST /login/oauth/access_token', {
      baseUrl: web,
      headers: { accept: 'application/json' },
      client_id: clientId,
      client_secret: clientSecret,
      code,
      code_verifier: verifier,
      redirect_uri: callback,
      ...bounded(),
    });
    const told = tokenAnswer.parse(data);
    if ('access_token' in told) return told.access_token;
    if (told.error === 'bad_verification_code') return null;
    // Such as a client secret that is not the App's: the operator's to mend.
    throw new GitHubRequestError(`GitHub failed on POST /login/oauth/access_token: ${told.error}`, 200);
  }

  async function giveBack(token: string): Promise<void> {
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const authorization = { authorization: `basic ${basic}` };
    await ask('DELETE /applications/{client_id}/token', {
      client_id: clientId,
      access_token: token,
      headers: authorization,
      ...bounded(),
    });
  }

  async function person({ code, verifier, callback }: Parameters<GitHubSignIn['person']>[0]) {
    const token = await tokenFor(code, verifier, callback);
    if (token === null) return null;
    try {
      const { data } = await ask('GET /user', { headers: { authorization: `token ${token}` }, ...bounded() });
      return { id: Number(data.id), login: data.login };
    } finally {
      // It is kept nowhere and ends by itself; that it ends now is only tidier.
      await giveBack(token).catch(() => undefined);
    }
  }

  return {
    address({ state, challenge, callback }) {
      const address = new URL(`${web}/login/oauth/authorize`);
      address.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: callback,
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
        allow_signup: 'false',
      }).toString();
      return address.href;
    },
    person: (given) => guarded(() => person(given)),
  };
}

const tokenAnswer = z.union([z.object({ access_token: z.string() }), z.object({ error: z.string() })]);
