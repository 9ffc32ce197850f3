import { fields, list, text, wholeNumber } from './payload-fields.ts';

/** What a check run is called by the app: it names the pull request, which GitHub does not tell of a fork's. */
export function checkId(pull: number, jobId: string): string {
  return `pull/${pull}/${jobId}`;
}

function pullOfCheck(externalId: string): number | null {
  const [, number] = /^pull\/(\d{1,10})\//.exec(externalId) ?? [];
  return number === undefined ? null : Number(number);
}

/** The pull that a check was made of, of a webhook about one check or all of a commit. */
export function checkedPull(event: string, body: Record<string, unknown>): number | null {
  if (event !== 'check_run' && event !== 'check_suite') return null;
  const check = fields(body[event]);
  const [pull] = list(check.pull_requests);
  return pullOfCheck(text(check.external_id)) ?? wholeNumber(fields(pull).number);
}
