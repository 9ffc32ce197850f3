import type { SignIn } from './access.ts';
import { failureAnswer } from './access-pages.ts';
import type { SignInFailure } from './access-words.ts';
import { type Answer, seeOther } from './answer.ts';
import { attempts, clientOf } from './attempts.ts';
import type { Route, RouteRequest } from './route.ts';
import { sessionsOf } from './sessions.ts';
import { signInWay } from './sign-in.ts';
import type { View } from './view.ts';

const CALLBACK = '/sign-in/callback';

/** Where people come in and go out, as routes beside those of the pages. */
export function signInDoor(signIn: SignIn, now: () => Date): Route[] {
  const { publicUrl, secret, gitHub, log } = signIn;
  const sessions = sessionsOf(signIn.sessions, secret, publicUrl);
  const way = signInWay(secret, publicUrl, now);
  const isTooMuch = attempts(() => now().getTime());
  const callback = publicUrl + CALLBACK;

  async function begin({ request, view: { query } }: RouteRequest): Promise<Answer> {
    const { cookie, ...asked } = way.begin(request, query.get('to') ?? '/');
    return withCookies(seeOther(gitHub.address({ ...asked, callback })), cookie);
  }

  async function end({ request, view }: RouteRequest): Promise<Answer> {
    const begun = way.end(request, view.query.get('state') ?? '');
    const code = view.query.get('code');
    if (begun === null) return failed('expired', view);
    // GitHub says `error=access_denied` in place of a code.
    if (code === null) return failed('declined', view);
    const person = await gitHub.person({ code, verifier: begun.verifier, callback });
    if (person === null) return failed('expired', view);
    log.info({ login: person.login }, 'signed in to the dashboard');
    return withCookies(seeOther(begun.to), await sessions.start(request, person), way.clear());
  }

  async function endUnlessGitHubFails(asked: RouteRequest): Promise<Answer> {
    try {
      return await end(asked);
    } catch (error) {
      log.error({ err: error }, 'GitHub could not be asked who signs in');
      return failed('github', asked.view);
    }
  }

  const counted = (answer: (asked: RouteRequest) => Promise<Answer>) => async (asked: RouteRequest) =>
    isTooMuch(clientOf(asked.request)) ? failed('too-many', asked.view) : answer(asked);

  const open = { seenBy: 'anyone', speaks: 'html' } as const;
  return [
    { path: '/sign-in', ...open, answer: counted(begin) },
    { path: CALLBACK, ...open, answer: counted(endUnlessGitHubFails) },
    {
      path: '/sign-out',
      method: 'POST',
      seenBy: 'viewer',
      speaks: 'html',
      answer: async ({ request }) => withCookies(seeOther('/'), await sessions.end(request)),
    },
  ];
}

function failed(failure: SignInFailure, view: View): Answer {
  return failureAnswer(failure, view, 'html');
}

function withCookies(answer: Answer, ...cookies: string[]): Answer {
  return { ...answer, headers: { ...answer.headers, 'set-cookie': cookies } };
}
