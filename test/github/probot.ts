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
  /** Spaces writes by seconds and tries again after seconds, as in production. */
  patient?: boolean;
}

/** Probot as in production, by default without its pauses. */
export function testProbot(options: TestProbot = {}): Probot {
  const { logged = [] } = options;
  return new Probot({
    appId: options.appId ?? 1,
    privateKey: options.privateKey ?? privateKey,
    secret: 'secret',
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    Octokit: options.patient ? ProbotOctokit : ProbotOctokit.defaults(withoutPauses),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
  });
}

function withoutPauses(given: object): object {
  return { ...given, throttle: { enabled: false }, retry: { enabled: false } };
}
