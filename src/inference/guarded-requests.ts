import { type CircuitBreaker, circuitBreaker } from './circuit-breaker.ts';
import { type DailyBudget, dailySpending, type Spending } from './daily-budget.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import type { Limit } from './model-client.ts';
import { asModelError, type ModelError, type ModelErrorKind } from './model-error.ts';
import type { ModelLog } from './model-log.ts';

export type ModelTask = 'feature-extraction' | 'zero-shot-classification' | 'text-classification';

/** `busy`: no turn came in time. `paused`: the server is left alone for a while. */
export type NoAnswer = ModelErrorKind | Exclude<Spending, 'granted'> | 'paused' | 'busy';

export type Guarded<Answer> = { answer: Answer } | { answer: null; because: NoAnswer };

export interface ModelRequest<Answer> {
  model: string;
  characters: number;
  /** @throws ModelError */
  ask(limit: Limit): Promise<Answer>;
}

/** Sends the request where that is allowed now; never throws. */
export type GuardedRequests = <Answer>(request: ModelRequest<Answer>) => Promise<Guarded<Answer>>;

export interface GuardSettings {
  dailyCharacters: number;
  timeoutMs: number;
  concurrency: number;
}

export interface GuardPorts {
  budget: DailyBudget;
  clock: () => Date;
  log: ModelLog;
  measure(task: ModelTask, outcome: 'answered' | NoAnswer, facts: { seconds: number; characters: number }): void;
}

const BREAKER = { failures: 5, pauseMs: 60_000 };

/** A guard for each task: time-out, turns, budget of the day, and a pause for a server that fails again and again. */
export function guards(settings: GuardSettings, ports: GuardPorts): (task: ModelTask) => GuardedRequests {
  const shared = {
    ...ports,
    timeoutMs: settings.timeoutMs,
    inTurn: limitConcurrency(settings.concurrency),
    spend: dailySpending(settings.dailyCharacters, ports),
  };
  return (task) => guardOf(task, circuitBreaker(BREAKER), shared);
}

type Shared = GuardPorts & {
  timeoutMs: number;
  inTurn: ReturnType<typeof limitConcurrency>;
  spend: ReturnType<typeof dailySpending>;
};

function guardOf(task: ModelTask, breaker: CircuitBreaker, shared: Shared): GuardedRequests {
  const { clock, measure, timeoutMs, inTurn, spend } = shared;

  function nothing(because: NoAnswer, seconds = 0) {
    measure(task, because, { seconds, characters: 0 });
    return { answer: null, because };
  }

  async function send<Answer>({ model, characters, ask }: ModelRequest<Answer>): Promise<Guarded<Answer>> {
    const started = clock().getTime();
    if (!breaker.mayAsk(started)) return nothing('paused');
    const spending = await spend(characters);
    if (spending !== 'granted') {
      breaker.notAsked();
      return nothing(spending);
    }
    const limit = { signal: AbortSignal.timeout(timeoutMs), deadline: started + timeoutMs };
    const seconds = () => (clock().getTime() - started) / 1000;
    try {
      const answer = await ask(limit);
      if (breaker.succeeded()) shared.log.info({ task, model }, 'text model answers again');
      measure(task, 'answered', { seconds: seconds(), characters });
      return { answer };
    } catch (error) {
      const failure = asModelError(error, limit.signal);
      tell(failure, { task, model }, countFailure(breaker, failure, clock()), shared.log);
      return nothing(failure.kind, seconds());
    }
  }

  return async (request) => {
    let isTurn = false;
    try {
      return await inTurn(() => {
        isTurn = true;
        return send(request);
      }, AbortSignal.timeout(timeoutMs));
    } catch (error) {
      if (isTurn) throw error;
      return nothing('busy');
    }
  };
}

/** True where a pause begins. A server that refuses what it was sent, or says too much, is not down. */
function countFailure(breaker: CircuitBreaker, { kind, leaveAloneMs }: ModelError, now: Date): boolean {
  if (kind !== 'input' && kind !== 'large') return breaker.failed(now.getTime(), leaveAloneMs);
  breaker.notAsked();
  return false;
}

function tell({ kind, status, message }: ModelError, about: object, pauses: boolean, log: ModelLog): void {
  log.warn({ ...about, kind, status, because: message }, 'text model gave no answer, what is embedded is used');
  if (pauses) log.warn(about, 'text model is left alone for a while');
}
