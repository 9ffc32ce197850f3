import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { failureAnswer, nowhere, signInAnswer, strangerAnswer } from './access-pages.ts';
import type { Answer } from './answer.ts';
import { within } from './bounded.ts';
import { FORM_TOKEN } from './form-token.ts';
import { addressedAs, isLocal, isOwnForm } from './local-only.ts';
import type { Route } from './route.ts';
import { sentForm } from './sent-form.ts';
import { type Account, type SessionStore, sessionsOf } from './sessions.ts';
import { isSameText } from './signed-text.ts';
import type { View } from './view.ts';
import { operator, type Viewer, writerOf } from './viewer.ts';

/** Who sees the dashboard: nobody, whoever is at this machine, or who signs in. */
export type DashboardAccess = 'off' | 'local' | SignIn;

export interface SignIn {
  publicUrl: string;
  /** Known to every web process and to nobody else. */
  secret: string;
  /** Logins in lower case. */
  operators: ReadonlySet<string>;
  sessions: SessionStore;
  gitHub: {
    address(asked: { state: string; challenge: string; callback: string }): string;
    person(given: { code: string; verifier: string; callback: string }): Promise<Account | null>;
  };
  /** Keys of the repositories that they may write to, as GitHub said within the last minutes. */
  writable(account: Account): Promise<ReadonlySet<string>>;
  log: { info: Say; warn: Say; error: Say };
}

type Say = (facts: object, sentence: string) => void;

type Wanted = Pick<Route, 'method' | 'seenBy' | 'speaks'>;

export interface Access {
  /** Who asks; or what they are answered, whatever they asked for. */
  admit(req: IncomingMessage, wanted: Wanted, view: View): Promise<{ viewer: Viewer } | { answer: Answer }>;
}

export function accessOf(dashboard: DashboardAccess): Access {
  if (dashboard === 'off') return { admit: async (_req, { speaks }) => ({ answer: nowhere(speaks) }) };
  const viewerFor = dashboard === 'local' ? localViewer() : signedInViewer(dashboard);
  const publicUrl = dashboard === 'local' ? null : dashboard.publicUrl;

  async function admit(req: IncomingMessage, { method, seenBy, speaks }: Wanted, view: View) {
    const found = await viewerFor(req, speaks, view);
    if ('answer' in found) return found;
    const { viewer } = found;
    if (seenBy === 'operator' && !viewer.isOperator) return { answer: nowhere(speaks) };
    if (method === 'POST' && !(await isMeant(req, viewer, publicUrl))) {
      return { answer: failureAnswer('foreign', view, speaks) };
    }
    return found;
  }

  return { admit };
}

/** GitHub is asked of fifty repositories at a time. */
const BOUND_MS = 10_000;

type ViewerFor = (
  req: IncomingMessage,
  speaks: Route['speaks'],
  view: View,
) => Promise<{ viewer: Viewer } | { answer: Answer }>;

/** Whoever is at this machine runs it. */
function localViewer(): ViewerFor {
  const viewer = operator(null, randomBytes(32).toString('base64url'));
  return async (req, speaks, view) =>
    isLocal(req) ? { viewer } : { answer: strangerAnswer(req.socket.localPort ?? 3000, view, speaks) };
}

function signedInViewer({ sessions: store, secret, publicUrl, operators, writable, log }: SignIn): ViewerFor {
  const sessions = sessionsOf(store, secret, publicUrl);
  return async (req, speaks, view) => {
    const session = await sessions.current(req);
    if (session === null) return { answer: signInAnswer(view, speaks) };
    const { account, formToken } = session;
    if (operators.has(account.login.toLowerCase())) return { viewer: operator(account.login, formToken) };
    try {
      // All that they may see, whatever they ask for: how long it takes tells nothing of what is there.
      return { viewer: writerOf(account.login, await within(BOUND_MS, () => writable(account)), formToken) };
    } catch (error) {
      log.warn({ err: error, login: account.login }, 'GitHub could not be asked what somebody may see');
      return { answer: failureAnswer('unsure', view, speaks) };
    }
  };
}

/** Sent by a form of a page that was made for this viewer. */
async function isMeant(req: IncomingMessage, { formToken }: Viewer, publicUrl: string | null): Promise<boolean> {
  if (!isOwnForm(req, publicUrl ?? addressedAs(req))) return false;
  return isSameText((await sentForm(req)).get(FORM_TOKEN) ?? '', formToken);
}
