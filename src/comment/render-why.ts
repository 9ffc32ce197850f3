import type { PersonEvidence, RankedPerson } from '../domain/suggestion.ts';
import type { WhyThread } from './command-answer.ts';
import type { Speaking } from './command-words.ts';
import { codeSpan, escapeInline } from './escape.ts';

const MOST_EVIDENCE = 6;
const MOST_REASONS = 8;
/** Evidence that adds less is noise. */
const LEAST = 0.05;

/** What was suggested of a thread, with all that was weighed. */
export function renderWhy({ labels, people, related }: WhyThread, speaking: Speaking): string {
  const { words, say, ink } = speaking;
  const told = people.map((person) => whyPersonLines(person, speaking));
  const more = (about: string[]) => about.slice(0, MOST_REASONS).join(words.semicolon);
  const others = [
    ...labels.map(({ name, probability, reasons }) => {
      const why = reasons.map((reason) => words.labelReason(reason, ink));
      return `- ${codeSpan(name)}${words.colon}${more([words.sureness(probability), ...why])}`;
    }),
    ...related.map(({ id, kind, type, title, reasons }) => {
      const name = kind === 'thread' ? ink.threadOf(type, id) : escapeInline(title);
      return `- ${name}${words.colon}${more(reasons.map((reason) => words.relatedReason(reason, ink)))}`;
    }),
  ];
  if (told.length + others.length === 0) return say.nothingSuggested;
  const parts = [...told, ...(others.length > 0 ? [others.join('\n')] : [])];
  const isWeighed = people.some(({ evidence = [] }) => evidence.length > 0);
  return [...parts, ...(isWeighed ? [`<sub>${say.evidence}</sub>`] : [])].join('\n\n');
}

/** One person: how sure, the reasons, and what moved the score most. */
export function whyPersonLines(person: RankedPerson, { words, say, ink }: Speaking): string {
  const { login, probability, reasons, evidence = [] } = person;
  const why = reasons.slice(0, MOST_REASONS).map((reason) => words.personReason(reason, ink));
  const lines = evidence
    .filter(({ contribution }) => Math.abs(contribution) >= LEAST)
    .slice(0, MOST_EVIDENCE)
    .map((one) => `  - ${say.evidenceSentence(one)} ${signed(one)} (${say.weight(one.weight.toFixed(2))})`);
  const title = `- ${ink.person(login)}${words.colon}${[words.sureness(probability), ...why].join(words.semicolon)}`;
  return [title, ...lines].join('\n');
}

function signed({ contribution }: PersonEvidence): string {
  return `${contribution < 0 ? '−' : '+'}${Math.abs(contribution).toFixed(2)}`;
}
