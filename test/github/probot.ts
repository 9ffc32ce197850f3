import { generateKeyPairSync } from 'node:crypto';
import { pino } from 'pino';
import { Probot, ProbotOctokit } from 'probot';

export const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

export interface TestProbot {
  appId?: number;
  privateKey?: string;
  baseUrl?: string;
  /** Everything that is logged, whatever its level. */
  logged?: string[];
}

/** Probot as in production, but without its pauses: it spaces writes by seconds and tries again after seconds. */
export function testProbot(options: TestProbot = {}): Probot {
  const { logged = [] } = options;
  return new Probot({
    appId: options.appId ?? 1,
    privateKey: options.privateKey ?? privateKey,
    secret: 'secret',
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    Octokit: ProbotOctokit.defaults((given: object) => ({
      ...given,
      throttle: { enabled: false },
      retry: { enabled: false },
    })),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
  });
}
