import { renderConfigCheck } from '../comment/render-config-check.ts';
import { type ThreadRef, threadKey } from '../domain/thread-ref.ts';
import type { GitHub } from './github-port.ts';
import type { Job } from './job.ts';
import type { Log, Queue } from './ports.ts';
import { threadJob } from './routed.ts';
import type { ThreadReading } from './thread-reading.ts';

export interface CheckConfigPorts {
  github: Pick<GitHub, 'readThread' | 'readConfig' | 'readProposedConfig' | 'checkConfig'>;
  queue: Queue;
  log: Log;
}

export const CONFIG_PATH = '.github/commscore.yml';

/** Has each head of an open pull checked that changes the configuration, a draft's too. */
export async function checkConfigLater(
  ref: ThreadRef,
  reading: ThreadReading | null,
  { queue }: Pick<CheckConfigPorts, 'queue'>,
): Promise<void> {
  if (reading === null || headToCheck(reading) === null) return;
  // Named by the head: what else is done to the pull has nothing checked anew.
  const id = `check-config ${threadKey(ref)} ${reading.head}`;
  const { job, key, delayMs } = threadJob({ kind: 'check-config', id, thread: ref }, 0);
  await queue.add(job, { key, delayMs });
}

/** Reads the configuration as the pull would leave it, and tells in a check run what that means. */
export async function checkConfig(
  { id, thread: ref, again }: Extract<Job, { kind: 'check-config' }>,
  { github, log }: CheckConfigPorts,
): Promise<void> {
  const [reading, { config }] = await Promise.all([github.readThread(ref), github.readConfig(ref)]);
  const head = reading === null ? null : headToCheck(reading);
  if (head === null || config.mode === 'shadow') return;
  const report = renderConfigCheck(await github.readProposedConfig(ref, head));
  const change = await github.checkConfig(ref, { head, jobId: id, again: again === true, report });
  if (change === 'not-permitted') {
    log.warn({ thread: threadKey(ref) }, 'configuration not checked: is `checks: write` granted to the app?');
  } else {
    log.info({ thread: threadKey(ref), change, passed: report.passed }, 'configuration checked');
  }
}

/** null: there is nothing to check. */
function headToCheck({ fact, files, head }: ThreadReading): string | null {
  const changesIt = fact.state === 'open' && files.some(({ path }) => path === CONFIG_PATH);
  return changesIt ? (head ?? null) : null;
}
