import type { RelatedItem } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { isQuestion } from '../match/is-question.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import type { Store } from './ports.ts';

/** A page that is less likely what is asked for is named, not quoted. */
const QUOTED_CHANCE = 0.15;

/**
 * Names the section of each document that fits, and quotes the likeliest one where something is asked. Their text is
 * read from the store: the model does not keep it.
 */
export async function quoteRelated(
  related: readonly RelatedItem[],
  {
    ref,
    task,
    model,
    store,
  }: { ref: RepositoryRef; task: Task; model: RepositoryModel; store: Pick<Store, 'readFact'> },
): Promise<RelatedItem[]> {
  const quotable = isQuestion(task) ? related.find(mayBeQuoted) : undefined;
  return Promise.all(
    related.map(async (item) => {
      if (item.kind !== 'document') return item;
      const fact = await store.readFact(ref, 'document', item.id);
      const passage = fact?.kind === 'document' ? model.passage(task, fact) : null;
      if (passage === null) return item;
      const quote = item === quotable ? passage.quote : null;
      return { ...inSection(item, passage), ...(quote !== null && { quote }) };
    }),
  );
}

function mayBeQuoted({ kind, score }: RelatedItem): boolean {
  return kind === 'document' && score >= QUOTED_CHANCE;
}

/** An article of a feed, which is known by its address, has no sections that an address could name. */
function inSection(item: RelatedItem, { section, anchor }: { section: string; anchor: string }): RelatedItem {
  if (anchor === '' || item.url === null || item.url === item.id || section === item.title) return item;
  return { ...item, title: `${item.title} › ${section}`, url: `${item.url}#${encodeURIComponent(anchor)}` };
}
