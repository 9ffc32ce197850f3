import type { Fact } from '../domain/fact.ts';
import type { RelatedItem } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { Passage } from '../match/best-passage.ts';
import type { RepositoryModel } from '../match/repository-model.ts';
import { sharedTrace } from '../match/shared-trace.ts';
import { readText } from '../text/read-text.ts';
import type { Store } from './store-port.ts';

/** What is less likely what is asked for is named, not quoted. */
const QUOTED_CHANCE = 0.15;

const nothing = { passage: null, reasons: [] };

/**
 * Names the section of each document that fits, and quotes the likeliest document or accepted answer where something is
 * asked, and says where a thread fails in the same place. Their text is read from the store: the model does not keep it.
 */
export async function quoteRelated(
  related: readonly RelatedItem[],
  {
    ref,
    task,
    asks,
    model,
    store,
  }: { ref: RepositoryRef; task: Task; asks: boolean; model: RepositoryModel; store: Pick<Store, 'readFact'> },
): Promise<RelatedItem[]> {
  const read = readText(task.body);
  const found = await Promise.all(
    related.map(async (item) => {
      const isQuotable = item.kind === 'document' || (asks && item.outcome === 'answered');
      if (!isQuotable && read.traces.length === 0) return nothing;
      const fact = await store.readFact(ref, item.kind, item.id);
      const text = isQuotable ? textToQuote(fact) : '';
      return {
        passage: text === '' ? null : model.passage(task, { body: text }),
        reasons: fact?.kind === 'thread' ? sharedTrace(read, readText(fact.body)) : [],
      };
    }),
  );
  const quoted = asks ? related.findIndex(({ score }, at) => score >= QUOTED_CHANCE && found[at]?.passage?.quote) : -1;
  return related.map((item, at) => {
    const { passage, reasons } = found[at] ?? nothing;
    const told = reasons.length === 0 ? item : { ...item, reasons: [...reasons, ...item.reasons] };
    if (passage === null) return told;
    return { ...inSection(told, passage), ...(at === quoted && passage.quote !== null && { quote: passage.quote }) };
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
