import type { Silence } from '../comment/command-answer.ts';
import type { RepositoryConfig } from '../config/repository-config.ts';
import type { ThreadType } from '../domain/fact.ts';
import type { ThreadReading } from './ports.ts';

/** Why nothing is said of the thread whatever the model thinks; null when it may be spoken of. */
export function reasonForSilence(reading: ThreadReading, config: RepositoryConfig): Silence | null {
  if (reading.fact.state === 'closed') return 'closed';
  if (reading.locked) return 'locked';
  if (reading.authorIsBot) return 'opened by a bot';
  if (reading.draft) return 'still a draft';
  if (!triggered(reading.fact.type, config.triggers)) return 'switched off for this kind of thread';
  return null;
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
