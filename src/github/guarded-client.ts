import type { ProbotOctokit } from 'probot';
import { PutOffError } from '../domain/put-off-error.ts';
import type { ApiLimits } from './api-limits.ts';
import { isAboutToken, statusOf } from './github-error.ts';
import { isFailure, type Outages } from './outages.ts';

/**
 * Requests of one lane go one after the other, spaced by the library: comments by three seconds. In lanes of their
 * own, reading a thread does not hold up the comment, and reading years of history holds up neither.
 */
export type Lane = 'write' | 'read' | 'history';

/** What a request has to pass, and its answer tells. */
export interface Guards {
  limits: ApiLimits;
  outage: Outages;
}

/** A token that GitHub does not take any more, whatever it said of its time, is asked for anew: nothing was done by it. */
async function withFreshToken<T>(forgetToken: () => void, ask: () => T): Promise<Awaited<T>> {
  try {
    return await ask();
  } catch (error) {
    if (statusOf(error) !== 401 || isAboutToken(error)) throw error;
    forgetToken();
    return await ask();
  }
}

/** The last to be told of a request, and the first of its answer: what the library tried by itself lies in between. */
export function withinLimits(
  client: ProbotOctokit,
  { id, lane, forgetToken }: { id: number; lane: Lane; forgetToken: () => void },
  { limits, outage }: Guards,
): ProbotOctokit {
  client.hook.wrap('request', async (request, options) => {
    const resource = options.url.endsWith('/graphql') ? 'graphql' : 'rest';
    limits.pass(id, resource);
    if (lane === 'history') limits.keepReserve(id);
    // A page of the history may be more than GitHub can do, which says nothing of others.
    const isTelling = lane !== 'history';
    const { probe } = outage.pass(id, isTelling);
    if (probe) options.request = { ...options.request, retries: 0 };
    try {
      const response = await withFreshToken(forgetToken, () => request(options));
      outage.heed(id, response);
      limits.heed(id, resource, response);
      return response;
    } catch (error) {
      if (isTelling || !isFailure(error)) outage.heed(id, error);
      if (!(error instanceof PutOffError)) limits.heed(id, resource, error);
      throw error;
    }
  });
  return client;
}
