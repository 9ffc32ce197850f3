import type { LabelReason, PersonReason, RelatedReason } from '../domain/reason.ts';
import { ago, fixName, type Ink, percent, type Sureness, surenessOf, type Words } from './words.ts';

export const english: Words = {
  labels: 'Labels',
  people: (type) => ({ issue: 'Could take this', pull: 'Could review this', discussion: 'Could answer this' })[type],
  related: 'Related',
  labelled: 'Labelled',
  asked: (type) => ({ issue: 'Assigned', pull: 'Asked to review', discussion: 'Asked' })[type],
  details: 'Why, and how sure',
  colon: ': ',
  semicolon: '; ',
  personReason,
  labelReason,
  relatedReason,
  sureness: (probability) => `${SURENESS[surenessOf(probability)]}, ${percent(probability)}%`,
  standing,
  article: (host) => `article on ${host}`,
  footer: ({ triggers, shadow, config, undo }) =>
    `${undo === null ? 'Suggested' : 'Suggested and done'} automatically from this repository's history; people decide.${undo === null ? '' : ` ${undo} takes back what was done.`} Off switch: ${triggers} or ${shadow} in ${config}.`,
};

const SURENESS: Record<Sureness, string> = {
  'almost-certain': 'almost certain',
  likely: 'likely',
  even: 'more likely than not',
  possible: 'possible',
  guess: 'a guess',
};

function personReason(reason: PersonReason, ink: Ink): string {
  switch (reason.kind) {
    case 'reviewed':
      return `reviewed ${changes(reason.times)}${within(reason.path, ink)}, ${last(reason)}`;
    case 'changed':
      return `wrote ${changes(reason.times)}${within(reason.path, ink)}, ${last(reason)}`;
    case 'owner':
      return `owns ${ink.code(reason.pattern)} in CODEOWNERS${reason.team === undefined ? '' : ` as one of ${ink.code(reason.team)}`}`;
    case 'sweeping':
      return sweeping(reason);
    case 'spreads-knowledge':
      return `would be new to ${reason.files === 1 ? 'a file' : `${reason.files} files`} that hardly anybody else knows`;
    case 'reviewed-author':
      return `reviewed ${changes(reason.times)} by ${ink.code(reason.author)}`;
    case 'took-similar':
      return similar('took', 'thread', reason, ink);
    case 'answered-similar':
      return similar('answered', 'discussion', reason, ink);
    case 'took-label':
      return `took ${count(reason.times, 'thread')} labelled ${ink.code(reason.label)}`;
    case 'answered-label':
      return `answered ${count(reason.times, 'discussion')} labelled ${ink.code(reason.label)}`;
    case 'knows-terms':
      return `has worked on ${codes(reason.terms, ink)}`;
    case 'active':
      return `${count(reason.times, 'contribution')} in the last ${reason.days === 1 ? 'day' : `${reason.days} days`}`;
  }
}

function labelReason(reason: LabelReason, ink: Ink): string {
  switch (reason.kind) {
    case 'terms':
      return `the text says ${codes(reason.terms, ink)}`;
    case 'fits-name':
      return 'a text model takes the name to fit';
  }
}

function relatedReason(reason: RelatedReason, ink: Ink): string {
  switch (reason.kind) {
    case 'shares-terms':
      return `shares ${reason.terms.length === 1 ? 'the word' : 'the words'} ${codes(reason.terms, ink)}`;
    case 'shares-code':
      return `both name ${codes(reason.terms, ink)}`;
    case 'has-duplicates':
      return `${joined(reason.threads.slice(0, 3).map(ink.thread))} ${reason.threads.length === 1 ? 'is a duplicate' : 'are duplicates'} of it`;
    case 'shares-trace':
      return `fails in the same place, ${codes(reason.functions, ink)}${reason.versions.length > 0 ? `, in ${codes(reason.versions, ink)} too` : ''}`;
    case 'close-in-meaning':
      return 'says much the same in other words';
  }
}

function standing({ kind, type, state, outcome, fixedBy }: Parameters<Words['standing']>[0], ink: Ink): string {
  if (kind === 'document') return 'document';
  if (fixedBy !== undefined) return `fixed in ${fixName(fixedBy, ink)}`;
  const ended: Record<string, string> = {
    completed: 'closed as completed',
    'not-planned': 'closed as not planned',
    duplicate: 'closed as a duplicate',
    merged: 'merged',
    answered: 'answered',
  };
  const plain = state === 'closed' ? 'closed' : 'open';
  const words = (outcome !== null && Object.hasOwn(ended, outcome) ? ended[outcome] : undefined) ?? plain;
  if (type === 'pull') return `pull request, ${words}`;
  return type === 'discussion' ? `discussion, ${words}` : words;
}

function similar(
  did: string,
  noun: string,
  { threads, times }: { threads: string[]; times: number },
  ink: Ink,
): string {
  const told = threads.slice(0, 3);
  const shown = joined(told.map(ink.thread));
  if (told.length === 0) return `${did} ${count(times, `similar ${noun}`)}`;
  if (times <= told.length) return `${did} the similar ${told.length === 1 ? noun : `${noun}s`} ${shown}`;
  return `${did} ${count(times, `similar ${noun}`)}, such as ${shown}`;
}

function sweeping({ directories, generated, as }: Extract<PersonReason, { kind: 'sweeping' }>): string {
  const who = {
    fallback: 'is asked for changes that have no experts',
    'owns-everything': 'owns everything by CODEOWNERS',
    'reviews-most': 'reviews most here lately',
  }[as];
  const what = generated ? 'only lock, generated or vendored files' : count(directories, 'directory', 'directories');
  return `${who}: this one touches ${what}`;
}

function last({ times, lastDays }: { times: number; lastDays: number }): string {
  return times === 1 ? since(lastDays) : `last ${since(lastDays)}`;
}

function since(days: number): string {
  const time = ago(days);
  if (time.unit === 'today' || time.unit === 'yesterday') return time.unit;
  return `${count(time.count, time.unit.slice(0, -1))} ago`;
}

function within(path: string, ink: Ink): string {
  return path === '' ? '' : ` in ${ink.code(path)}`;
}

function changes(times: number): string {
  return count(times, 'change');
}

function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

function codes(terms: string[], ink: Ink): string {
  return joined(terms.slice(0, 5).map(ink.code));
}

function joined(items: string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
