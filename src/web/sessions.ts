import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ownCookie } from './cookies.ts';
import { hashOf, signer } from './signed-text.ts';

/** An account on GitHub: a login alone may become another's. */
export interface Account {
  id: number;
  login: string;
}

/** Where sessions are kept, for every web process alike; of what the browser holds only a hash. */
export interface SessionStore {
  startSession(idHash: string, session: { personId: number; login: string }, terms: Terms): Promise<void>;
  findSession(idHash: string, terms: Terms): Promise<{ personId: number; login: string } | null>;
  endSession(idHash: string): Promise<void>;
}

interface Terms {
  longestMs: number;
  idleMs: number;
}

export interface Sessions {
  /** null: nobody is signed in. */
  current(req: Request): Promise<{ account: Account; formToken: string } | null>;
  /** The cookie of a new session; one that the browser had is over. */
  start(req: Request, account: Account): Promise<string>;
  /** The cookie that takes it away. */
  end(req: Request): Promise<string>;
}

type Request = Pick<IncomingMessage, 'headers'>;

const TERMS: Terms = { longestMs: 7 * 86_400_000, idleMs: 8 * 3_600_000 };

export function sessionsOf(store: SessionStore, secret: string, publicUrl: string): Sessions {
  const ids = signer(secret, 'session');
  const forms = signer(secret, 'form');
  const cookie = ownCookie(publicUrl, 'commscore-session');

  /** null: none that we gave. */
  const idOf = (req: Request) => ids.read(cookie.of(req) ?? '');

  async function forget(req: Request): Promise<void> {
    const id = idOf(req);
    if (id !== null) await store.endSession(hashOf(id));
  }

  return {
    async current(req) {
      const id = idOf(req);
      const found = id === null ? null : await store.findSession(hashOf(id), TERMS);
      if (id === null || found === null) return null;
      return { account: { id: found.personId, login: found.login }, formToken: forms.secretOf(id) };
    },
    async start(req, { id: personId, login }) {
      await forget(req);
      const id = randomBytes(32).toString('base64url');
      await store.startSession(hashOf(id), { personId, login }, TERMS);
      return cookie.set(ids.sign(id), TERMS.longestMs / 1000);
    },
    async end(req) {
      await forget(req);
      return cookie.clear();
    },
  };
}
