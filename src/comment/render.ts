import type { ThreadType } from '../domain/fact.ts';
import type { RankedLabel, RankedPerson, RelatedItem, Suggestion } from '../domain/suggestion.ts';
import { codeSpan, escapeInline, link } from './escape.ts';
import { type Language, languages } from './languages.ts';
import { type MarkdownInk, markdownInk, type RepositoryAddress } from './markdown-ink.ts';
import { TRIAGE_MARKER } from './marker.ts';
import { openFirst } from './order-related.ts';
import { paragraphs, section } from './paragraphs.ts';
import { standingOf } from './standing-of.ts';
import type { Words } from './words.ts';

export interface CommentContext {
  language: Language;
  /** Whether people are written as live @mentions. */
  mention: boolean;
  repository: RepositoryAddress;
  threadType: ThreadType;
  /** What the app did by itself and what still stands. */
  done?: Omit<Suggestion, 'related'>;
}

const CONFIG_PATH = '.github/commscore.yml';
const MOST = { labels: 10, people: 10, related: 20, reasons: 8 };
/** Far below GitHub's 65,536; past it the folded part is left out. */
const MAX_LENGTH = 20_000;
const MAX_QUOTE = 300;

interface Said {
  words: Words;
  ink: MarkdownInk;
  labels: RankedLabel[];
  people: RankedPerson[];
  related: RelatedItem[];
  done: { labels: RankedLabel[]; people: RankedPerson[] };
}

/** The whole comment; null where there is nothing to say. Thresholds are the caller's. */
export function renderComment(suggestion: Suggestion, context: CommentContext): string | null {
  const { done } = context;
  const peopleOf = (of: Omit<Suggestion, 'related'> | undefined) =>
    (context.threadType === 'pull' ? of?.reviewers : of?.assignees) ?? [];
  const said: Said = {
    words: languages[context.language],
    ink: markdownInk(context.repository),
    labels: suggestion.labels.slice(0, MOST.labels),
    people: peopleOf(suggestion).slice(0, MOST.people),
    related: openFirst(suggestion.related).slice(0, MOST.related),
    done: { labels: done?.labels ?? [], people: peopleOf(done) },
  };
  const alreadyDone = said.done.labels.length + said.done.people.length;
  if (alreadyDone + said.labels.length + said.people.length + said.related.length === 0) return null;
  const { words } = said;
  const answer = [
    TRIAGE_MARKER,
    labelLine(words.labelled, said.done.labels),
    peopleList(words.asked(context.threadType), said.done.people, said, context),
    labelLine(words.labels, said.labels),
    peopleList(words.people(context.threadType), said.people, said, context),
    relatedList(said),
  ];
  const whole = paragraphs([...answer, details(said, context), footer(said)]);
  return whole.length <= MAX_LENGTH ? whole : paragraphs([...answer, footer(said)]);
}

function labelLine(title: string, labels: RankedLabel[]): string {
  return labels.length === 0 ? '' : `**${title}** ${labels.map((l) => codeSpan(l.name)).join(' ')}`;
}

function peopleList(title: string, people: RankedPerson[], { words, ink }: Said, { mention }: CommentContext): string {
  const lines = people.map((person) => {
    const name = mention ? ink.mention(person.login) : ink.person(person.login);
    const why = person.reasons.slice(0, 1).map((reason) => words.personReason(reason, ink));
    return [name, ...why].join(words.colon);
  });
  return section(title, lines);
}

function relatedList({ words, ink, related }: Said): string {
  return section(
    words.related,
    related.map((item) => `${relatedName(item, ink)} · ${standingOf(item, words, ink)}${quoteOf(item)}`),
  );
}

/** Inside its list item, one line; the mark before it keeps its first letters from starting a heading or a list. */
function quoteOf({ quote = '' }: RelatedItem): string {
  const text = escapeInline(quote, MAX_QUOTE);
  return text === '' ? '' : `\n  > “${text}”`;
}

function relatedName(item: RelatedItem, ink: MarkdownInk): string {
  const title = escapeInline(item.title);
  if (item.kind === 'thread') return `${ink.threadOf(item.type, item.id)} ${title}`.trimEnd();
  const name = title === '' ? codeSpan(item.id) : title;
  return item.url === null ? name : link(name, item.url);
}

function details(said: Said, { threadType }: CommentContext): string {
  const { words, done } = said;
  const lists = [
    labelDetails(words.labelled, done.labels, said),
    peopleDetails(words.asked(threadType), done.people, said),
    labelDetails(words.labels, said.labels, said),
    peopleDetails(words.people(threadType), said.people, said),
    relatedDetails(said),
  ];
  return paragraphs([`<details>\n<summary>${words.details}</summary>`, ...lists, '</details>']);
}

function labelDetails(title: string, labels: RankedLabel[], { words, ink }: Said): string {
  const lines = labels.map(({ name, probability, reasons }) => {
    const why = reasons.map((reason) => words.labelReason(reason, ink));
    return codeSpan(name) + words.colon + some([words.sureness(probability), ...why], words);
  });
  return section(title, lines);
}

function peopleDetails(title: string, people: RankedPerson[], { words, ink }: Said): string {
  const lines = people.map(({ login, probability, reasons }) => {
    const why = reasons.slice(1).map((reason) => words.personReason(reason, ink));
    return codeSpan(login) + words.colon + some([words.sureness(probability), ...why], words);
  });
  return section(title, lines);
}

function relatedDetails({ words, ink, related }: Said): string {
  const lines = related
    .filter(({ reasons }) => reasons.length > 0)
    .map((item) => {
      const name = item.kind === 'thread' ? ink.threadOf(item.type, item.id) : relatedName(item, ink);
      const why = item.reasons.map((reason) => words.relatedReason(reason, ink));
      return name + words.colon + some(why, words);
    });
  return section(words.related, lines);
}

function some(about: string[], { semicolon }: Words): string {
  return about.slice(0, MOST.reasons).join(semicolon);
}

function footer({ words, done }: Said): string {
  const undo = done.labels.length + done.people.length === 0 ? null : codeSpan('/commscore undo');
  const text = words.footer({
    undo,
    triggers: codeSpan('triggers'),
    shadow: codeSpan('mode: shadow'),
    config: codeSpan(CONFIG_PATH),
  });
  return `<sub>${text}</sub>`;
}
