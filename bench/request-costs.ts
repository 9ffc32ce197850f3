import type { LoggedRequest } from '../test/simulator/request-log.ts';
import type { Simulator } from '../test/simulator/simulator.ts';

/** What was asked of GitHub for one thing. */
export interface RequestCost {
  what: string;
  /** REST and GraphQL; what is asked once an hour or once a process is not among them. */
  requests: number;
  points: number;
  /** The most nodes that any query might have answered; GitHub refuses more than 500,000. */
  mostNodes: number;
  /** Each request in short. */
  which: string[];
  /** Fetches of git, and requests for a token or the app's own name. */
  besides: { git: number; identity: number };
}

export async function costOf(simulator: Simulator, what: string, run: () => Promise<unknown>): Promise<RequestCost> {
  simulator.clearLog();
  await run();
  const { requests } = simulator;
  const violations = simulator.violations();
  if (violations.length > 0) throw new Error(`GitHub would not take this: ${JSON.stringify(violations[0])}`);
  const git = requests.filter(({ operation }) => operation === 'git');
  const identity = requests.filter(isIdentity);
  const counted = requests.filter((request) => request.operation !== 'git' && !isIdentity(request));
  return {
    what,
    requests: counted.length,
    points: counted.reduce((sum, { points }) => sum + points, 0),
    mostNodes: Math.max(0, ...counted.map(({ nodes }) => nodes)),
    which: counted.map(({ asked, operation, method, path }) => asked || (operation ?? `${method} ${path}`)),
    besides: { git: git.length, identity: identity.length },
  };
}

function isIdentity({ path }: LoggedRequest): boolean {
  return path.endsWith('/access_tokens') || path === '/api/v3/app';
}
