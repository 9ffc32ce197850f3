import { type TitledText, weighTerms } from '../text/weigh-terms.ts';
import type { Column } from './feature-columns.ts';
import { letterTriples, likeness, titleTerms } from './title-likeness.ts';

/** Content found by its words, with what a closer look needs. */
export interface RelatedCandidate {
  /** Of the search by words. */
  score: number;
  title: string;
  /** Of a document; '' elsewhere. */
  path: string;
  /** null where it is not told. */
  ageDays: number | null;
  length: number;
  visitWeights(visitor: (hash: number, weight: number) => void): void;
}

/** Each 0..1 or near it, so that one set of weights serves large and small repositories. */
export type RelatedFeature = (typeof RELATED_FEATURES)[number];

const RELATED_FEATURES = [
  'shareOfBest',
  'logShareOfBest',
  'monthsOld',
  'yearsOld',
  'length',
  'depth',
  'itsTitleInTitle',
  'titleInText',
  'itsTitleInBody',
  'commonBody',
  'rareWords',
  'letters',
  'lettersOfBest',
] as const;

/** The terms of a question, in an order that is theirs alone, so that sums of them are the same on every machine. */
interface AskedTerms {
  /** Place of a term by its hash. */
  places: ReadonlyMap<number, number>;
  terms: readonly AskedTerm[];
}

interface AskedTerm {
  hash: number;
  idf: number;
  inTitle: boolean;
  /** How much the body speaks of it. */
  body: number;
  rare: boolean;
}

const RARE_TERMS = 8;
/** Stands for content that shares no words. */
const LEAST_SHARE = 0.01;
const BODY_SATURATION = 4;

/** How candidates, best found first, compare with a question and with each other. */
export function relatedFeatures(
  question: TitledText,
  candidates: readonly RelatedCandidate[],
  idf: (hash: number) => number,
): Record<RelatedFeature, Column> {
  const asked = askedTerms(question, idf);
  const held = new Uint8Array(asked.terms.length);
  const triples = letterTriples(question.title);
  const best = candidates[0]?.score || 1;
  const features = emptyColumns(candidates.length);
  candidates.forEach((candidate, at) => {
    const age = candidate.ageDays;
    features.shareOfBest[at] = candidate.score / best;
    features.logShareOfBest[at] = Math.log(Math.max(LEAST_SHARE, candidate.score / best));
    features.monthsOld[at] = recency(age, 180);
    features.yearsOld[at] = recency(age, 900);
    features.length[at] = Math.log1p(candidate.length) / 5;
    features.depth[at] = candidate.path.split('/').length / 5;
    features.letters[at] = likeness(triples, letterTriples(candidate.title));
    compareText(features, at, { asked, candidate, held });
    compareTitle(features, at, { asked, terms: titleTerms(`${candidate.title} ${candidate.path}`), idf });
  });
  features.commonBody = shareOfLargest(features.commonBody);
  features.lettersOfBest = shareOfLargest(features.letters);
  return features;
}

function askedTerms({ title, body }: TitledText, idf: (hash: number) => number): AskedTerms {
  const inTitle = titleTerms(title);
  const inBody = weighTerms({ title: '', body });
  const terms = [...new Set([...inTitle, ...inBody.keys()])].map((hash) => ({
    hash,
    idf: idf(hash),
    inTitle: inTitle.has(hash),
    body: inBody.get(hash) ?? 0,
    rare: false,
  }));
  terms.sort((a, b) => b.idf - a.idf || a.hash - b.hash);
  for (const term of terms.slice(0, RARE_TERMS)) term.rare = true;
  return { places: new Map(terms.map(({ hash }, place) => [hash, place])), terms };
}

type Features = Record<RelatedFeature, Column>;

/** What of the question stands anywhere in the candidate. */
function compareText(
  features: Features,
  at: number,
  { asked, candidate, held }: { asked: AskedTerms; candidate: RelatedCandidate; held: Uint8Array },
): void {
  held.fill(0);
  candidate.visitWeights((hash, weight) => {
    const place = asked.places.get(hash);
    if (place !== undefined) held[place] = weight;
  });
  const sums = { title: 0, heldTitle: 0, rare: 0, heldRare: 0, common: 0 };
  asked.terms.forEach(({ idf, inTitle, body, rare }, place) => {
    const weight = held[place] ?? 0;
    const common = Math.min(body, weight);
    if (inTitle) sums.title += idf;
    if (inTitle && weight > 0) sums.heldTitle += idf;
    if (rare) sums.rare += idf;
    if (rare && weight > 0) sums.heldRare += idf;
    if (common > 0) sums.common += (idf * common) / (common + BODY_SATURATION);
  });
  features.titleInText[at] = share(sums.heldTitle, sums.title);
  features.rareWords[at] = share(sums.heldRare, sums.rare);
  features.commonBody[at] = sums.common;
}

/** How much of its own title the question has too. */
function compareTitle(
  features: Features,
  at: number,
  { asked, terms, idf }: { asked: AskedTerms; terms: ReadonlySet<number>; idf: (hash: number) => number },
): void {
  const own = { all: 0, inTitle: 0, inBody: 0 };
  for (const hash of terms) {
    const weight = idf(hash);
    const term = asked.terms[asked.places.get(hash) ?? -1];
    own.all += weight;
    if (term?.inTitle) own.inTitle += weight;
    if (term !== undefined && term.body > 0) own.inBody += weight;
  }
  features.itsTitleInTitle[at] = share(own.inTitle, own.all);
  features.itsTitleInBody[at] = share(own.inBody, own.all);
}

function emptyColumns(length: number): Features {
  const columns: Partial<Features> = {};
  for (const feature of RELATED_FEATURES) columns[feature] = new Float64Array(length);
  return columns as Features;
}

function recency(ageDays: number | null, halfLife: number): number {
  return ageDays === null ? 0 : 2 ** (-Math.max(0, ageDays) / halfLife);
}

function shareOfLargest(column: Column): Column {
  const largest = column.reduce((a, b) => Math.max(a, b), 0);
  return column.map((value) => share(value, largest));
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
