import type { RankedContent } from '../domain/suggestion.ts';
import { readText } from '../text/read-text.ts';
import type { TitledText } from '../text/weigh-terms.ts';

type Named = Pick<RankedContent, 'kind' | 'id'> & { url: string | null };

/** Tells whether a text points at a thread or document of its repository itself: then its readers have it at hand. */
export function alreadyNamed(
  { title, body }: TitledText,
  { owner, repo }: { owner: string; repo: string },
): (content: Named) => boolean {
  const { references, urls, paths } = readText(`${title}\n\n${body}`);
  const own = `${owner}/${repo}`.toLowerCase();
  const threads = new Set<string>();
  for (const reference of references) {
    const isOwn = reference.repository === null || reference.repository.toLowerCase() === own;
    if (reference.kind === 'thread' && isOwn) threads.add(String(reference.number));
  }
  const places = new Set([...urls.map((url) => url.replace(/#.*$/, '')), ...paths]);
  return ({ kind, id, url }) =>
    kind === 'thread' ? threads.has(id) : places.has(id) || (url !== null && places.has(url));
}
