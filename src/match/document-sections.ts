import { markdownBlocks } from '../text/markdown-blocks.ts';

export interface DocumentSection {
  /** '' before the first heading. */
  title: string;
  /** As GitHub names the heading in an address; '' before the first heading. */
  anchor: string;
  /** Prose, quotes and code in order. */
  blocks: { prose: boolean; text: string }[];
}

/** A document cut at its headings, whatever their level. */
export function documentSections(body: string): DocumentSection[] {
  const anchors = anchorMaker();
  const sections: DocumentSection[] = [{ title: '', anchor: '', blocks: [] }];
  for (const { kind, text } of markdownBlocks(withoutFrontMatter(body))) {
    if (kind === 'heading') sections.push({ title: text, anchor: anchors(text), blocks: [] });
    else sections.at(-1)?.blocks.push({ prose: kind === 'prose', text });
  }
  return sections.filter(({ title, blocks }) => title !== '' || blocks.length > 0);
}

const FRONT_MATTER = /^---\r?\n[\s\S]*?\n---\r?\n/;

function withoutFrontMatter(body: string): string {
  return body.replace(FRONT_MATTER, '');
}

/** Letters, digits, `-` and `_` in lower case, blanks as `-`; one that was there before gets a number. */
function anchorMaker(): (heading: string) => string {
  const taken = new Map<string, number>();
  return (heading) => {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const before = taken.get(anchor) ?? 0;
    taken.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  };
}
