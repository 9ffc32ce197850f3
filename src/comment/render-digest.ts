import type { Digest } from '../community/digest.ts';
import type { DigestBlock, EarlierDigest } from './digest-block.ts';
import { digestBlocks, earlierBlock } from './digest-blocks.ts';
import { digestMarkdownInk } from './digest-ink.ts';
import { digestLanguages } from './digest-languages.ts';
import { codeSpan } from './escape.ts';
import type { Language } from './languages.ts';
import type { RepositoryAddress } from './markdown-ink.ts';
import { DIGEST_MARKER } from './marker.ts';
import { paragraphs } from './paragraphs.ts';

export interface DigestContext {
  language: Language;
  repository: RepositoryAddress;
  /** What was said before, the latest first. */
  earlier: readonly EarlierDigest[];
  /** It stands in an issue, since there are no discussions. */
  instead?: boolean;
}

/** GitHub takes 65,536 characters; past this the folded parts are left out. */
const MAX_LENGTH = 60_000;
const CONFIG_PATH = '.github/commscore.yml';

/** The whole text of the one issue or discussion; each period replaces the one before. */
export function renderDigest(
  digest: Digest,
  { language, repository, earlier, instead = false }: DigestContext,
): string {
  const words = digestLanguages[language];
  const blocks = digestBlocks(digest, words, digestMarkdownInk(repository));
  const footer = words.footer({
    cadence: digest.period.cadence,
    setting: codeSpan('community.digest'),
    config: codeSpan(CONFIG_PATH),
    optOut: codeSpan('/commscore opt-out'),
  });
  const note = instead ? `${footer} ${words.instead}` : footer;
  const written = (some: DigestBlock[]) => paragraphs([DIGEST_MARKER, ...some.map(markdownOf), `<sub>${note}</sub>`]);
  const whole = written([...blocks, ...earlierBlock(earlier, words)]);
  return whole.length <= MAX_LENGTH ? whole : written(blocks.filter(({ kind }) => kind !== 'folded'));
}

export function digestTitle(language: Language): string {
  return digestLanguages[language].title;
}

function markdownOf(block: DigestBlock): string {
  switch (block.kind) {
    case 'heading':
      return `### ${block.text}`;
    case 'line':
      return block.text;
    case 'list':
      return block.items.map(({ text, below = [] }) => item(text, below, block.numbered === true)).join('\n');
    case 'table':
      return tableOf(block.head, block.rows);
    case 'folded':
      return paragraphs([
        `<details>\n<summary>${block.summary}</summary>`,
        ...block.blocks.map(markdownOf),
        '</details>',
      ]);
  }
}

function item(text: string, below: string[], numbered: boolean): string {
  const [mark, indent] = numbered ? ['1.', '   '] : ['-', '  '];
  return [`${mark} ${text}`, ...below.map((line) => `${indent}- ${line}`)].join('\n');
}

function tableOf(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
