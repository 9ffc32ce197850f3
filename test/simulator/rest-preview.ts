import { HttpError } from './http-error.ts';
import type { Issue, OfferedSuggestion, Pull } from './state.ts';
import type { World } from './world.ts';

/** Operations that, as a preview, take objects with `suggest: true`, which GitHub's description does not know. */
const FIELDS: Record<string, { kind: OfferedSuggestion['kind']; list: string; name: string }> = {
  'issues/add-labels': { kind: 'label', list: 'labels', name: 'name' },
  'issues/add-assignees': { kind: 'assignee', list: 'assignees', name: 'login' },
};

export interface Offer {
  suggestions: Omit<OfferedSuggestion, 'thread'>[];
  /** The body as it would be without the preview: what is checked against the description. */
  plain: Record<string, unknown>;
}

/** What the request offers as suggestions; null where it is none of the preview. */
export function offerIn(operation: string, body: unknown): Offer | null {
  const field = FIELDS[operation];
  if (field === undefined || typeof body !== 'object' || body === null) return null;
  const entries = (body as Record<string, unknown>)[field.list];
  if (!Array.isArray(entries) || !entries.some((entry) => (entry as { suggest?: unknown })?.suggest === true))
    return null;
  const suggestions = entries.map((entry: Record<string, unknown>) => ({
    kind: field.kind,
    name: String(entry[field.name]),
    rationale: String(entry.rationale ?? ''),
    confidence: String(entry.confidence ?? ''),
  }));
  return { suggestions, plain: { ...body, [field.list]: suggestions.map(({ name }) => name) } };
}

/** Keeps what is offered beside the thread, where the preview is on and the offer is of its shape. */
export function takeOffer(world: World, thread: Issue | Pull, { suggestions }: Offer): void {
  if (thread.kind === 'pull') throw new HttpError(422, 'Suggestions are for issues only.');
  for (const { rationale, confidence } of suggestions) {
    if (rationale.length > 280) throw new HttpError(422, 'rationale is too long (maximum is 280 characters)');
    if (!['LOW', 'MEDIUM', 'HIGH'].includes(confidence))
      throw new HttpError(422, 'confidence is not included in the list');
  }
  world.state.suggestions.push(...suggestions.map((one) => ({ ...one, thread })));
}
