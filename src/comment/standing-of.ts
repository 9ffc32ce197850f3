import type { RelatedItem } from '../domain/suggestion.ts';
import type { Ink, Words } from './words.ts';

/** What a related item is and how it stands; of an article also where a link to it leads. */
export function standingOf(
  item: Pick<RelatedItem, 'id' | 'kind' | 'url' | 'type' | 'state' | 'outcome' | 'fixedBy'>,
  words: Pick<Words, 'standing' | 'article'>,
  ink: Ink,
): string {
  const host = articleHost(item);
  return host === null ? words.standing(item, ink) : words.article(ink.code(host));
}

/** An article of a feed is known by its address, a document of the repository by its path. */
function articleHost({ kind, id, url }: Pick<RelatedItem, 'id' | 'kind' | 'url'>): string | null {
  return kind === 'document' && id === url && URL.canParse(url) ? new URL(url).host : null;
}
