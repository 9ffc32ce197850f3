import { rationaleOf } from '../comment/rationale.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import type { SuggestedItem } from '../domain/suggested-item.ts';
import type { RankedLabel, RankedPerson, Suggestion } from '../domain/suggestion.ts';
import type { ThreadRef } from '../domain/thread-ref.ts';
import type { GitHub, NativeSuggestion } from './github-port.ts';
import type { Store } from './store-port.ts';

interface NativePorts {
  github: Pick<GitHub, 'suggestNatively'>;
  store: Pick<Store, 'recordNative'>;
}

/**
 * Puts labels and assignees of an issue into GitHub's own suggestion fields, each once, and gives what is left for the
 * comment: everything that has no field, and all of it where GitHub does not take them.
 */
export async function leaveToGitHub(
  ref: ThreadRef,
  suggestion: Suggestion,
  { config, items }: { config: RepositoryConfig; items: readonly SuggestedItem[] },
  { github, store }: NativePorts,
): Promise<Suggestion> {
  if (config.output !== 'native' || ref.type !== 'issue') return suggestion;
  const there = new Set(items.filter(({ native }) => native).map(({ kind, subject }) => keyOf(kind, subject)));
  const labels = suggestion.labels.filter(({ name }) => !there.has(keyOf('label', name)));
  const assignees = suggestion.assignees.filter(({ login }) => !there.has(keyOf('assignee', login)));
  if (labels.length + assignees.length > 0) {
    const taken = await github.suggestNatively(ref, {
      labels: labels.map((label) => toField(label.name, label, config)),
      assignees: assignees.map((person) => toField(person.login, person, config)),
    });
    await store.recordNative(ref, taken);
    for (const { kind, subject } of taken) there.add(keyOf(kind, subject));
  }
  return {
    ...suggestion,
    labels: suggestion.labels.filter(({ name }) => !there.has(keyOf('label', name))),
    assignees: suggestion.assignees.filter(({ login }) => !there.has(keyOf('assignee', login))),
  };
}

function toField(
  name: string,
  { probability, reasons }: Pick<RankedLabel | RankedPerson, 'probability' | 'reasons'>,
  { language }: RepositoryConfig,
): NativeSuggestion {
  return { name, rationale: rationaleOf(reasons, language), confidence: confidenceOf(probability) };
}

function confidenceOf(probability: number): NativeSuggestion['confidence'] {
  if (probability >= 0.8) return 'high';
  return probability >= 0.5 ? 'medium' : 'low';
}

function keyOf(kind: string, subject: string): string {
  return `${kind} ${subject.toLowerCase()}`;
}
