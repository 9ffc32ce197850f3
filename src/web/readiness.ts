import { within } from './bounded.ts';

/** Resolves when the thing can be used; rejects with the reason. */
export type Check = () => Promise<unknown>;

export interface Readiness {
  ready: boolean;
  failing: { check: string; reason: string }[];
}

const MAX_REASON = 200;

/** Runs all checks at once; one that does not answer in time has failed. */
export async function readiness(checks: Record<string, Check>, boundMs: number): Promise<Readiness> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([check, run]) => {
      try {
        await within(boundMs, run);
        return [];
      } catch (error) {
        return [{ check, reason: reasonOf(error) }];
      }
    }),
  );
  const failing = results.flat();
  return { ready: failing.length === 0, failing };
}

/** The first line of the message, without what lets one in: the answer is open to everybody who reaches the port. */
export function reasonOf(error: unknown): string {
  const { message, code } = messageAndCode(error);
  const line = (message.split('\n')[0] ?? '')
    .replace(/\/\/[^/\s]*@/g, '//')
    .replace(/\b(?:gh[a-z]_|github_pat_|eyJ)[\w.-]+/g, '[secret]')
    .replace(/\b(bearer|token|basic|password|secret)(["']?[\s:=]+)\S+/gi, '$1$2[secret]')
    .slice(0, MAX_REASON);
  return line === '' ? code : line;
}

function messageAndCode(error: unknown): { message: string; code: string } {
  if (!(error instanceof Error)) return { message: '', code: 'unknown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  // Several addresses of one host that all refuse come as one error without a message of its own.
  return { message: error.message, code };
}
