/** Why a model gave no answer. `because` is ours: what a server says may repeat the text it was sent. */
export class ModelError extends Error {
  override name = 'ModelError';
  readonly kind: ModelErrorKind;
  readonly status: number | null;
  /** How long the server wants to be left alone. */
  readonly leaveAloneMs: number;

  constructor(kind: ModelErrorKind, because: string, facts: { status?: number; leaveAloneMs?: number } = {}) {
    super(because);
    this.kind = kind;
    this.status = facts.status ?? null;
    this.leaveAloneMs = facts.leaveAloneMs ?? 0;
  }
}

/**
 * `failed`: the server or the way to it. `timeout`: too slow. `invalid`: an answer that is none.
 * `input`: the server does not take what it was sent, which may be one text of many. `large`: more than is read.
 */
export type ModelErrorKind = 'failed' | 'timeout' | 'invalid' | 'input' | 'large';

/** Whatever went wrong while asking, without the text that was asked about. */
export function asModelError(error: unknown, signal: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  if (signal.aborted) return new ModelError('timeout', 'no answer in time: see HF_TIMEOUT_MS');
  const { name, cause } = error as Error;
  if (name === 'ProviderOutputError') return new ModelError('invalid', 'the answer has another shape than the task');
  if (name === 'InputError' || name === 'HubApiError') {
    return new ModelError('failed', 'the hosted service does not offer this model for this task');
  }
  if (name === 'TypeError' && cause === undefined) {
    return new ModelError('invalid', 'the answer has another shape than the task');
  }
  const code = (cause as { code?: unknown } | undefined)?.code;
  return new ModelError('failed', `the server cannot be reached${typeof code === 'string' ? ` (${code})` : ''}`);
}
