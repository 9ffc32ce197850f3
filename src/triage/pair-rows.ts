import type { CorpusRow, PairRow } from '../domain/data-set.ts';
import type { Fact } from '../domain/fact.ts';
import { isoTimeOf, wellFormed } from './row-values.ts';
import { isBefore, type Placed } from './split-by-time.ts';
import { textToEmbed } from './text-to-embed.ts';
import type { ToldHistory } from './told-history.ts';

/** Threads and documents as they were filed. Documents, which have no time, come before all. */
export function corpusRows({ facts }: ToldHistory): Placed<CorpusRow>[] {
  return facts.flatMap(({ first, order }) => {
    const row = contentOf(first);
    if (row === null) return [];
    return [{ row, time: row.time === '' ? null : row.time, order: row.kind === 'document' ? -1 : order }];
  });
}

function contentOf(fact: Fact): CorpusRow | null {
  if (fact.kind !== 'thread' && fact.kind !== 'document') return null;
  const text = wellFormed(textToEmbed(fact));
  if (text === '') return null;
  const { kind } = fact;
  const [type, time] = kind === 'thread' ? [fact.type, isoTimeOf(fact.time) ?? ''] : ['', ''];
  return { id: wellFormed(fact.id), kind, type, time, title: wellFormed(fact.title), text };
}

/** The later of two linked threads asks and the earlier one is found: a pair lies where the later one was filed. */
export function pairRows({ facts, questions }: ToldHistory, corpus: readonly Placed<CorpusRow>[]): Placed<PairRow>[] {
  const known = new Map(corpus.map((one) => [one.row.id, one]));
  const linked = facts.flatMap(({ last }) => {
    if (last.kind !== 'link') return [];
    const [from, to] = [known.get(wellFormed(last.from)), known.get(wellFormed(last.to))];
    if (from === undefined || to === undefined) return [];
    return isBefore(from, to) ? pairOf(to, from, last.type) : pairOf(from, to, last.type);
  });
  const asked = questions.flatMap(({ id, time, task, related, order }) => {
    const row = { id: wellFormed(id), kind: 'thread', text: wellFormed(textToEmbed(task)) };
    const query = { row, time: isoTimeOf(time), order };
    return related.flatMap((name) => {
      const positive = known.get(wellFormed(name));
      return positive === undefined || !isBefore(positive, query) ? [] : pairOf(query, positive, 'related');
    });
  });
  const pairs = [...linked, ...asked];
  return [...new Map(pairs.map((pair) => [JSON.stringify([pair.row.query, pair.row.positive_id]), pair])).values()];
}

type Asking = Pick<CorpusRow, 'id' | 'kind' | 'text'>;

function pairOf(query: Placed<Asking>, positive: Placed<CorpusRow>, relation: string): Placed<PairRow>[] {
  const [asking, found] = [query.row, positive.row];
  if (asking.kind === 'document' || asking.text === '' || asking.id === found.id) return [];
  const row: PairRow = {
    query: asking.text,
    positive: found.text,
    query_id: asking.id,
    positive_id: found.id,
    relation,
    positive_kind: found.kind,
    time: query.time ?? '',
  };
  return [{ row, time: query.time, order: query.order }];
}
