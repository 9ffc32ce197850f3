import type { Fact } from '../domain/fact.ts';
import type { RelatedItem } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { Passage } from '../match/best-passage.ts';
import { isQuestion } from '../match/is-question.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import type { Store } from './ports.ts';

/** What is less likely what is asked for is named, not quoted. */
const QUOTED_CHANCE = 0.15;

/**
 * Names the section of each document that fits, and quotes the likeliest document or accepted answer where something is
 * asked. Their text is read from the store: the model does not keep it.
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
  const asks = isQuestion(task);
  const passages = await Promise.all(
    related.map(async (item) => {
      if (item.kind === 'thread' && !(asks && item.outcome === 'answered')) return null;
      const text = textToQuote(await store.readFact(ref, item.kind, item.id));
      return text === '' ? null : model.passage(task, { body: text });
    }),
  );
  const quoted = asks ? related.findIndex(({ score }, at) => score >= QUOTED_CHANCE && passages[at]?.quote) : -1;
  return related.map((item, at) => {
    const passage = passages[at] ?? null;
    if (passage === null) return item;
    return { ...inSection(item, passage), ...(at === quoted && passage.quote !== null && { quote: passage.quote }) };
  });
}

/** Of a thread only what was accepted as its answer: what else is said there may be wrong. */
function textToQuote(fact: Fact | null): string {
  if (fact?.kind === 'document') return fact.body;
  return fact?.kind === 'thread' ? (fact.answer ?? '') : '';
}

/** An article of a feed, which is known by its address, and an answer have no sections that an address could name. */
function inSection(item: RelatedItem, { section, anchor }: Passage): RelatedItem {
  if (anchor === '' || item.url === null || item.url === item.id || section === item.title) return item;
  return { ...item, title: `${item.title} › ${section}`, url: `${item.url}#${encodeURIComponent(anchor)}` };
}
