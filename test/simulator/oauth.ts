import { createHash, randomBytes } from 'node:crypto';
import type { Caller } from './authentication.ts';
import { findAccount } from './find-in-state.ts';
import { HttpError, notFound } from './http-error.ts';
import type { HttpAnswer } from './rest.ts';
import type { Endpoint } from './rest-request.ts';
import { fullAccountShape } from './shape-account.ts';
import type { Account, App } from './state.ts';
import type { World } from './world.ts';

/** People sign in to the app by GitHub: the web flow of OAuth, with PKCE, as it is described for GitHub Apps. */
export interface Oauth {
  clientId: string;
  clientSecret: string;
  /** Where browsers may be sent back to; null: anywhere. */
  callback: string | null;
  /** Who uses the browser, and lets the app know who they are; null: they decline. */
  person: string | null;
  /** How many tokens of people are there now. */
  openTokens(): number;
}

export interface OauthServer extends Oauth {
  /** What is no part of the API; null: something else. */
  answer(method: string, url: URL, body: unknown): HttpAnswer | null;
  /** null: no credentials of a person or of the client. */
  caller(header: string | undefined): Caller | null;
  endpoints: Record<string, Endpoint>;
}

interface Code {
  account: Account;
  challenge: string | null;
  callback: string;
}

export function oauthServer(world: World, app: App): OauthServer {
  const codes = new Map<string, Code>();
  const tokens = new Map<string, Account>();
  const oauth: OauthServer = {
    clientId: `Iv1.${app.id}`,
    clientSecret: randomBytes(20).toString('hex'),
    callback: null,
    person: null,
    openTokens: () => tokens.size,
    answer,
    caller,
    endpoints: {
      'users/get-authenticated': {
        need: 'anybody',
        handle: (request) => ({ status: 200, body: personShape(world, personIn(request.caller)) }),
      },
      'apps/delete-token': {
        need: 'anybody',
        handle: ({ caller: asking, body }) => {
          if (asking.kind !== 'client') throw notFound();
          if (!tokens.delete(String(body.access_token))) throw new HttpError(422, 'Validation Failed');
          return { status: 204 };
        },
      },
    },
  };

  function answer(method: string, url: URL, body: unknown): HttpAnswer | null {
    if (url.pathname === '/login/oauth/authorize' && method === 'GET') return authorize(url.searchParams);
    if (url.pathname === '/login/oauth/access_token' && method === 'POST') return json(exchange(body));
    return null;
  }

  function authorize(asked: URLSearchParams): HttpAnswer {
    const callback = asked.get('redirect_uri') ?? oauth.callback ?? '';
    if (asked.get('client_id') !== oauth.clientId) throw notFound();
    if (oauth.callback !== null && callback !== oauth.callback) throw new HttpError(400, 'redirect_uri_mismatch');
    const back = new URL(callback);
    back.searchParams.set('state', asked.get('state') ?? '');
    const account = oauth.person === null ? undefined : findAccount(world.state, oauth.person);
    if (account === undefined) {
      back.searchParams.set('error', 'access_denied');
    } else {
      const code = randomBytes(10).toString('hex');
      codes.set(code, { account, challenge: asked.get('code_challenge'), callback });
      back.searchParams.set('code', code);
    }
    return { status: 302, headers: { location: back.href }, content: Buffer.alloc(0) };
  }

  function exchange(body: unknown): object {
    const given = (body ?? {}) as Record<string, unknown>;
    if (given.client_id !== oauth.clientId || given.client_secret !== oauth.clientSecret) {
      return { error: 'incorrect_client_credentials' };
    }
    const code = codes.get(String(given.code));
    codes.delete(String(given.code));
    if (code === undefined || !isProven(code, given.code_verifier)) return { error: 'bad_verification_code' };
    if (given.redirect_uri !== code.callback) return { error: 'redirect_uri_mismatch' };
    const token = `ghu_${randomBytes(27).toString('base64url').replace(/[-_]/g, 'x')}`;
    tokens.set(token, code.account);
    const lifetimes = {
      expires_in: 28_800,
      refresh_token: `ghr_${token.slice(4)}`,
      refresh_token_expires_in: 15_897_600,
    };
    return { access_token: token, ...lifetimes, scope: '', token_type: 'bearer' };
  }

  function caller(header: string | undefined): Caller | null {
    const [scheme = '', credentials = ''] = (header ?? '').split(' ');
    const account = tokens.get(credentials);
    if (account !== undefined) return { kind: 'person', account };
    if (scheme.toLowerCase() !== 'basic') return null;
    const text = Buffer.from(credentials, 'base64').toString();
    return text === `${oauth.clientId}:${oauth.clientSecret}` ? { kind: 'client', app } : null;
  }

  return oauth;
}

function isProven({ challenge }: Code, verifier: unknown): boolean {
  return challenge === null || createHash('sha256').update(String(verifier)).digest('base64url') === challenge;
}

function personIn(caller: Caller): Account {
  if (caller.kind !== 'person') throw new HttpError(401, 'Requires authentication');
  return caller.account;
}

function personShape(world: World, account: Account): object {
  return fullAccountShape(world, account, world.state.repositories);
}

function json(value: object): HttpAnswer {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { status: 200, headers, content: Buffer.from(JSON.stringify(value)) };
}
