import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { ownCookie } from './cookies.ts';
import { hashOf, signer } from './signed-text.ts';

/** The way to GitHub and back: nobody else's way can be walked to its end in this browser. */
export interface SignInWay {
  /** What GitHub is told, and the cookie that binds it to this browser. */
  begin(req: Pick<IncomingMessage, 'headers'>, to: string): { state: string; challenge: string; cookie: string };
  /** null: not begun here, or too long ago. */
  end(req: Pick<IncomingMessage, 'headers'>, state: string): { verifier: string; to: string } | null;
  /** Ends the binding. */
  clear(): string;
}

const LASTS_S = 600;
const LONGEST_TO = 500;

const told = z.object({ browser: z.string(), to: z.string(), until: z.number(), once: z.string() });

export function signInWay(secret: string, publicUrl: string, now: () => Date): SignInWay {
  const states = signer(secret, 'sign-in state');
  const verifiers = signer(secret, 'sign-in verifier');
  const browsers = ownCookie(publicUrl, 'commscore-sign-in');

  return {
    begin(req, to) {
      // Several tabs may be on their way at once.
      const known = browsers.of(req);
      const browser = known !== null && /^[\w-]{43}$/.test(known) ? known : randomBytes(32).toString('base64url');
      const way = { browser: hashOf(browser), to: innerAddress(to), until: now().getTime() + LASTS_S * 1000 };
      const once = randomBytes(16).toString('base64url');
      const state = states.sign(Buffer.from(JSON.stringify({ ...way, once })).toString('base64url'));
      return { state, challenge: hashOf(verifiers.secretOf(state)), cookie: browsers.set(browser, LASTS_S) };
    },
    end(req, state) {
      const text = states.read(state);
      const browser = browsers.of(req);
      if (text === null || browser === null) return null;
      const way = told.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
      if (way.until < now().getTime() || way.browser !== hashOf(browser)) return null;
      return { verifier: verifiers.secretOf(state), to: way.to };
    },
    clear: browsers.clear,
  };
}

/** An address of this dashboard; `/` for any other. */
export function innerAddress(given: string): string {
  const base = 'http://dashboard.invalid';
  if (!/^\/(?![/\\])/.test(given) || given.length > LONGEST_TO || !URL.canParse(given, base)) return '/';
  const { origin, pathname, search } = new URL(given, base);
  if (origin !== base || /^\/{2}|^\/sign-/.test(pathname)) return '/';
  return pathname + search;
}
