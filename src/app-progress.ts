import { repositoryKey } from './domain/thread-ref.ts';
import type { LearningStep } from './triage/learn.ts';

export interface LearningProgress {
  report(ref: RepositoryName, step: LearningStep | null): void;
  /** How far this process is; all null where it reads nothing of the repository. */
  of(ref: RepositoryName): { percent: number | null; minutesLeft: number | null; pausedUntil: string | null };
}

interface RepositoryName {
  owner: string;
  repo: string;
}

interface Running {
  step: LearningStep;
  /** When reading of this kind began here, and how much of it was done by then. */
  begun: { what: string; at: number; done: number };
  at: number;
}

const LOGGED_EVERY_MS = 1_000;
/** From less time no rate can be told. */
const RATE_FROM_MS = 2_000;
const MINUTE_MS = 60_000;

/** How far this process is with each history that it is reading; told in the log now and then. */
export function learningProgress(
  log: { info(facts: object, sentence: string): void },
  now: () => number = Date.now,
): LearningProgress {
  const running = new Map<string, Running>();
  let loggedAt = Number.NEGATIVE_INFINITY;

  function tell(repository: string, step: LearningStep): void {
    if (step.what === 'pause') {
      log.info(
        { repository, minutes: Math.ceil(step.ms / MINUTE_MS) },
        'learning pauses, to leave GitHub’s limit to live work',
      );
      return;
    }
    if (now() - loggedAt < LOGGED_EVERY_MS) return;
    loggedAt = now();
    const { percent, minutesLeft } = standing(running.get(repository), now());
    log.info({ repository, ...step, percent, minutesLeft }, 'learning');
  }

  return {
    report(ref, step) {
      const repository = repositoryKey(ref);
      if (step === null) {
        running.delete(repository);
        return;
      }
      running.set(repository, next(running.get(repository), step, now()));
      tell(repository, step);
    },
    of: (ref) => standing(running.get(repositoryKey(ref)), now()),
  };
}

function next(before: Running | undefined, step: LearningStep, at: number): Running {
  if (before?.begun.what === step.what) return { ...before, step, at };
  return { step, begun: { what: step.what, at, done: step.what === 'pause' ? 0 : step.done }, at };
}

function standing(it: Running | undefined, now: number): ReturnType<LearningProgress['of']> {
  const unknown = { percent: null, minutesLeft: null, pausedUntil: null };
  if (it === undefined) return unknown;
  const { step, begun, at } = it;
  if (step.what === 'pause') {
    const until = at + step.ms;
    return { ...unknown, pausedUntil: until > now ? new Date(until).toISOString() : null };
  }
  if (step.total === null || step.total === 0) return unknown;
  const percent = Math.min(100, Math.floor((100 * step.done) / step.total));
  const took = at - begun.at;
  const did = step.done - begun.done;
  if (took < RATE_FROM_MS || did <= 0) return { ...unknown, percent };
  const leftMs = (took / did) * Math.max(0, step.total - step.done);
  return { ...unknown, percent, minutesLeft: Math.ceil(leftMs / MINUTE_MS) };
}
