import { type TitledText, weighTerms } from '../text/weigh-terms.ts';
import { type DocumentSection, documentSections } from './document-sections.ts';

export interface Passage {
  /** Of the section that fits best; '' where it stands before the first heading. */
  section: string;
  anchor: string;
  /** Sentences of it as they are written; null where none says enough of what is asked. */
  quote: string | null;
}

interface Asked {
  /** What each term of the question says, by hash. */
  terms: ReadonlyMap<number, number>;
  /** Sum of all. */
  total: number;
}

const MAX_QUOTE = 300;
const MAX_SENTENCES = 3;
/** Longer sections are searched for a quote up to here. */
const MAX_SEARCHED = 20_000;
/** A title says what is asked; the body tells of much besides. */
const WEIGHT = { title: 2, body: 1 };
const MAX_TERMS = 40;
/** Of all that is asked, by what its terms say. */
const LEAST_SHARE = 0.25;
const LEAST_TERMS = 2;
const HALF_LENGTH = 400;

/** The section of a document, and the sentences in it, that say most of what is asked; null where none says anything. */
export function bestPassage(question: TitledText, body: string, rarity: (hash: number) => number): Passage | null {
  const asked = askedOf(question, rarity);
  let best: DocumentSection | null = null;
  let most = 0;
  for (const section of documentSections(body)) {
    const score = sectionScore(section, asked);
    if (score > most) [best, most] = [section, score];
  }
  return best === null ? null : { section: best.title, anchor: best.anchor, quote: bestQuote(best, asked) };
}

function askedOf({ title, body }: TitledText, rarity: (hash: number) => number): Asked {
  const inTitle = weighTerms({ title, body: '' });
  const hashes = new Set([...inTitle.keys(), ...weighTerms({ title: '', body }).keys()]);
  const said = [...hashes].map((hash): [number, number] => [
    hash,
    rarity(hash) * (inTitle.has(hash) ? WEIGHT.title : WEIGHT.body),
  ]);
  const telling = said
    .filter(([, weight]) => weight > 0)
    .toSorted(([a, one], [b, other]) => other - one || a - b)
    .slice(0, MAX_TERMS);
  return { terms: new Map(telling), total: telling.reduce((sum, [, weight]) => sum + weight, 0) };
}

/** What it says of the question, less for a long section that says it by the way. */
function sectionScore({ title, blocks }: DocumentSection, asked: Asked): number {
  const body = blocks.map(({ text }) => text).join('\n');
  const { sum } = saidIn({ title, body }, asked);
  return sum / (1 + body.length / (HALF_LENGTH * 10));
}

function bestQuote({ blocks }: DocumentSection, asked: Asked): string | null {
  let best: string | null = null;
  let most = 0;
  for (const { prose, text } of blocks) {
    if (!prose) continue;
    for (const window of windowsOf(sentencesOf(text.slice(0, MAX_SEARCHED)))) {
      const { sum, count } = saidIn({ title: '', body: window }, asked);
      const score = sum / (1 + window.length / HALF_LENGTH);
      if (score > most && count >= LEAST_TERMS && sum >= LEAST_SHARE * asked.total) [best, most] = [window, score];
    }
  }
  return best;
}

function saidIn(text: TitledText, asked: Asked): { sum: number; count: number } {
  const held = weighTerms(text);
  let sum = 0;
  let count = 0;
  for (const [hash, weight] of asked.terms) {
    if (!held.has(hash)) continue;
    sum += weight;
    count += 1;
  }
  return { sum, count };
}

function sentencesOf(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?]) (?=\S)|(?<=[。！？])/u)
    .filter((sentence) => sentence !== '');
}

/** One to three sentences in a row that are short enough together. */
function* windowsOf(sentences: readonly string[]): Generator<string> {
  for (let start = 0; start < sentences.length; start += 1) {
    for (let end = start + 1; end <= Math.min(start + MAX_SENTENCES, sentences.length); end += 1) {
      const window = joined(sentences.slice(start, end));
      if (window.length > MAX_QUOTE) break;
      yield window;
    }
  }
}

/** As they were: Chinese has no blank between sentences. */
function joined(sentences: readonly string[]): string {
  return sentences
    .map((sentence) => (/[。！？]$/u.test(sentence) ? sentence : `${sentence} `))
    .join('')
    .trim();
}
