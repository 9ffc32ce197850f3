import type { Silence } from '../comment/command-answer.ts';
import { fitsAny } from '../config/label-pattern.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import type { ThreadFact, ThreadType } from '../domain/fact.ts';
import type { ThreadReading } from './thread-reading.ts';

/** Why nothing is said of the thread whatever the model thinks; null when it may be spoken of. */
export function reasonForSilence(reading: ThreadReading, config: RepositoryConfig): Silence | null {
  const { fact, locked } = reading;
  // Also of one that was closed with its answer: the comment goes all the same.
  if (fact.type === 'discussion' && fact.outcome === 'answered' && !locked) return 'answered';
  if (fact.state === 'closed') return 'closed';
  if (locked) return 'locked';
  if (reading.authorIsBot) return 'opened by a bot';
  if (reading.draft) return 'still a draft';
  if (!triggered(fact.type, config.triggers)) return 'switched off for this kind of thread';
  if (isLeftAlone(fact, config.discussions)) return 'of a category that is left alone';
  return null;
}

function isLeftAlone({ category }: ThreadFact, { categories, except }: RepositoryConfig['discussions']): boolean {
  return category !== undefined && (!fitsAny(category.name, categories) || fitsAny(category.name, except));
}

function triggered(type: ThreadType, triggers: RepositoryConfig['triggers']): boolean {
  switch (type) {
    case 'issue':
      return triggers.issues;
    case 'pull':
      return triggers.pulls;
    case 'discussion':
      return triggers.discussions;
  }
}
