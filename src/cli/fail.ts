/** The person at the keyboard has to do something; `message` names cause and remedy. Exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** The command line itself is wrong. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
