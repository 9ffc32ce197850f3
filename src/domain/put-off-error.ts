/** What was asked for may not be asked for now; nothing is wrong. Whoever runs the job comes back when it says. */
export class PutOffError extends Error {
  override name = 'PutOffError';
  readonly againInMs: number;

  constructor(message: string, againInMs: number) {
    super(message);
    this.againInMs = againInMs;
  }
}
