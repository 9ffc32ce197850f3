import { randomBytes, verify } from 'node:crypto';
import { HttpError } from './http-error.ts';
import type { Account, App, Installation, InstallationToken, Permissions, Repository, State } from './state.ts';

/** Who asks. */
export type Caller =
  | { kind: 'nobody' }
  | { kind: 'app'; app: App }
  /** By a token of a person who signed in to the app. */
  | { kind: 'person'; account: Account }
  /** The app by its client id and secret. */
  | { kind: 'client'; app: App }
  | { kind: 'installation'; token: InstallationToken; installation: Installation };

const tokenLifetimeMs = 3_600_000;
const longestJwtSeconds = 600;

/** @throws HttpError 401 when credentials are given and are wrong. */
export function authenticate(state: State, header: string | undefined, now: Date): Caller {
  if (header === undefined) return { kind: 'nobody' };
  const [scheme = '', credentials = ''] = header.split(' ');
  if (scheme.toLowerCase() === 'basic') {
    const [, password = ''] = Buffer.from(credentials, 'base64').toString().split(':');
    return byToken(state, password, now);
  }
  if (!['bearer', 'token'].includes(scheme.toLowerCase())) throw new HttpError(401, 'Bad credentials');
  return credentials.split('.').length === 3 ? byJwt(state, credentials, now) : byToken(state, credentials, now);
}

function byToken(state: State, text: string, now: Date): Caller {
  const token = state.tokens.get(text);
  if (token === undefined || Date.parse(token.expiresAt) <= now.getTime()) throw new HttpError(401, 'Bad credentials');
  const { installation } = token;
  if (!state.installations.includes(installation)) throw new HttpError(401, 'Bad credentials');
  if (installation.suspendedAt !== null) throw new HttpError(403, 'This installation has been suspended');
  return { kind: 'installation', token, installation };
}

function byJwt(state: State, jwt: string, now: Date): Caller {
  const [head = '', body = '', signature = ''] = jwt.split('.');
  const claims = decode(body) as { iss?: unknown; exp?: unknown; iat?: unknown } | null;
  if (claims === null || (decode(head) as { alg?: unknown } | null)?.alg !== 'RS256') {
    throw new HttpError(401, 'A JSON web token could not be decoded');
  }
  const app = state.apps.find(({ id }) => String(id) === String(claims.iss) || `Iv1.${id}` === claims.iss);
  if (app === undefined) throw new HttpError(401, "'Issuer' claim ('iss') must be an Integer");
  const signed = verify(
    'RSA-SHA256',
    Buffer.from(`${head}.${body}`),
    app.publicKey,
    Buffer.from(signature, 'base64url'),
  );
  if (!signed) throw new HttpError(401, 'A JSON web token could not be decoded');
  checkTimes(Number(claims.iat), Number(claims.exp), now.getTime() / 1000);
  return { kind: 'app', app };
}

function checkTimes(issued: number, expires: number, now: number): void {
  if (Number.isNaN(issued) || issued > now + 60) {
    throw new HttpError(
      401,
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
  if (Number.isNaN(expires) || expires <= now) {
    throw new HttpError(
      401,
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (expires > now + longestJwtSeconds + 60) {
    throw new HttpError(401, "'Expiration time' claim ('exp') is too far in the future");
  }
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}

/** Narrowed to what was asked for. */
export function issueToken(
  state: State,
  installation: Installation,
  wanted: { permissions?: Permissions; repositories?: Repository[] },
  now: Date,
): InstallationToken {
  const token: InstallationToken = {
    token: `ghs_${randomBytes(27).toString('base64url').replace(/[-_]/g, 'x')}`,
    installation,
    permissions: wanted.permissions ?? installation.app.permissions,
    repositories: wanted.repositories === undefined ? null : new Set(wanted.repositories),
    expiresAt: new Date(now.getTime() + tokenLifetimeMs).toISOString().replace(/\.\d+Z$/, 'Z'),
  };
  state.tokens.set(token.token, token);
  return token;
}
