import type { ProbotOctokit } from 'probot';
import type { ItemName } from '../domain/suggested-item.ts';
import type { ThreadRef } from '../domain/thread-ref.ts';
import { isRateLimit, statusOf } from './github-error.ts';
import { fields, list, text } from './payload-fields.ts';

export interface NativeFields {
  labels: NativeSuggestion[];
  assignees: NativeSuggestion[];
}

export interface NativeSuggestion {
  name: string;
  rationale: string;
  confidence: 'low' | 'medium' | 'high';
}

const DAY_MS = 86_400_000;

/** A plain string: GitHub's description of these does not know the preview's objects. */
const ADD_LABELS: string = 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels';
const ADD_ASSIGNEES: string = 'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees';

/**
 * Puts suggestions into GitHub's own fields (preview) by the calls that add: the one that edits an issue replaces what
 * is there. What an installation refuses it is not asked for again for a day.
 */
export function nativeSuggestions(now: () => number) {
  const refusedAt = new Map<string, number>();

  async function offer(key: string, names: string[], ask: () => Promise<boolean>): Promise<string[]> {
    if (names.length === 0 || now() - (refusedAt.get(key) ?? Number.NEGATIVE_INFINITY) < DAY_MS) return [];
    if (await takes(ask)) return names;
    refusedAt.set(key, now());
    return [];
  }

  return async (octokit: ProbotOctokit, ref: ThreadRef, wanted: NativeFields): Promise<ItemName[]> => {
    const { owner, repo, number, installationId } = ref;
    const issue = { owner, repo, issue_number: number };
    const labels = await offer(`${installationId} labels`, namesOf(wanted.labels), () =>
      offerLabels(octokit, issue, wanted.labels),
    );
    const assignees = await offer(`${installationId} assignees`, namesOf(wanted.assignees), async () => {
      const entries = wanted.assignees.map(({ name, ...why }) => ({ login: name, ...onTheWire(why) }));
      await octokit.request(ADD_ASSIGNEES, { ...issue, assignees: entries });
      return true;
    });
    return [
      ...labels.map((subject) => ({ kind: 'label' as const, subject })),
      ...assignees.map((subject) => ({ kind: 'assignee' as const, subject })),
    ];
  };
}

interface IssueAddress {
  owner: string;
  repo: string;
  issue_number: number;
}

/** A server that does not know the preview may take the object for a plain label and put it on: that is taken back. */
async function offerLabels(octokit: ProbotOctokit, issue: IssueAddress, labels: NativeSuggestion[]): Promise<boolean> {
  const entries = labels.map(({ name, ...why }) => ({ name, ...onTheWire(why) }));
  const { data } = await octokit.request(ADD_LABELS, { ...issue, labels: entries });
  const standing = list(data).map((label) => text(fields(label).name).toLowerCase());
  const applied = labels.filter(({ name }) => standing.includes(name.toLowerCase()));
  for (const { name } of applied) await octokit.rest.issues.removeLabel({ ...issue, name });
  return applied.length === 0;
}

function onTheWire({ rationale, confidence }: Omit<NativeSuggestion, 'name'>): object {
  return { rationale, confidence: confidence.toUpperCase(), suggest: true };
}

async function takes(ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask();
  } catch (error) {
    const status = statusOf(error);
    if (status === null || status < 400 || status >= 500 || isRateLimit(error)) throw error;
    return false;
  }
}

function namesOf(suggestions: NativeSuggestion[]): string[] {
  return suggestions.map(({ name }) => name);
}
