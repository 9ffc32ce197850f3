import type { Digest } from '../community/digest.ts';
import type { DigestBlock, DigestItem } from './digest-block.ts';
import type { DigestInk } from './digest-ink.ts';
import type { DigestWords } from './digest-words.ts';

const SHOWN = { advice: 3, waiting: 3, directories: 3, newcomers: 8, muted: 3 };
const FOLDED = { waiting: 30, directories: 10, fared: 20 };

export interface Telling {
  digest: Digest;
  words: DigestWords;
  ink: DigestInk;
}

export function movement({ digest: { moved, newcomers, period }, words, ink }: Telling): DigestBlock[] {
  const blocks: DigestBlock[] = [];
  if (moved !== null) {
    const { now, before } = moved;
    const { rows, columns } = words;
    const hours = (of: number | null) => (of === null ? '–' : words.hours(of));
    const table = [
      [rows.opened, String(now.opened), String(before.opened)],
      [rows.ended, String(now.ended), String(before.ended)],
      [rows.response, hours(now.responseHours), hours(before.responseHours)],
      [rows.people, String(now.people), String(before.people)],
    ];
    const sentence = words.moved(now);
    if (sentence !== '') blocks.push({ kind: 'line', text: sentence });
    blocks.push({ kind: 'table', head: ['', columns.now(period), columns.before(period)], rows: table });
  }
  if (newcomers.length > 0) {
    const people = newcomers.slice(0, SHOWN.newcomers).map(({ login, thread }) => ({
      name: ink.person(login),
      thread: thread === null ? null : ink.threadOf(thread.type, thread.id),
    }));
    blocks.push({ kind: 'line', text: words.welcome(people, newcomers.length - people.length) });
  }
  return blocks;
}

export function advice({ digest, words, ink }: Telling): DigestBlock[] {
  const items = digest.advice.slice(0, SHOWN.advice).map((one) => ({ text: words.advice(one, ink) }));
  return section(words.headings.advice, items, true);
}

export function waits({ digest: { waits }, words, ink }: Telling): DigestBlock[] {
  if (waits === null) return [];
  const items = (['maintainers', 'reviewers', 'author', 'unknown'] as const)
    .filter((turn) => waits.byTurn[turn].threads > 0)
    .map((turn) => ({
      text: words.waits(turn, waits.byTurn[turn]),
      below: waits.threads
        .filter((thread) => thread.turn === turn && turn !== 'unknown')
        .slice(0, SHOWN.waiting)
        .map((thread) => waitingLine(thread, words, ink)),
    }));
  return section(words.headings.waits, items);
}

function waitingLine(
  { type, id, title, idleDays, reviewers }: NonNullable<Digest['waits']>['threads'][number],
  words: DigestWords,
  ink: DigestInk,
): string {
  return words.waiting(`${ink.threadOf(type, id)} ${ink.text(title)}`.trimEnd(), idleDays, reviewers.map(ink.person));
}

export function risks({ digest: { risks }, words, ink }: Telling): DigestBlock[] {
  if (risks === null) return [];
  const { knowledge, load, organisation, quiet } = risks;
  const items: DigestItem[] = [];
  if (knowledge !== null) {
    const directories = knowledge.directories.slice(0, SHOWN.directories);
    items.push({
      text: words.knowledge(knowledge),
      below: directories.map(({ directory, files, filesAtRisk }) =>
        words.directory(ink.code(directory), filesAtRisk, files),
      ),
    });
  }
  if (load !== null) items.push({ text: words.load(load) });
  if (organisation !== null) items.push({ text: words.organisation(ink.text(organisation.name), organisation.share) });
  if (quiet !== null && quiet.all > 0) items.push({ text: words.silence(quiet) });
  return section(words.headings.risks, items);
}

export function ahead({ digest: { forecast, milestones }, words, ink }: Telling): DigestBlock[] {
  const whole = forecast === null || forecast.open === 0 ? [] : [words.ahead(forecast)];
  const planned = milestones.map((one) => words.milestone(ink.text(one.title), one));
  return section(
    words.headings.ahead,
    [...whole, ...planned].map((text) => ({ text })),
  );
}

export function suggestions({ digest: { acceptance }, words, ink }: Telling): DigestBlock[] {
  const fared = acceptance.filter(({ label, decided, silent }) => label === null && decided > 0 && silent === null);
  const muted = acceptance.filter(({ silent }) => silent !== null).slice(0, SHOWN.muted);
  const items = [...fared.map((one) => words.fared(one, ink)), ...muted.map((one) => words.muted(one, ink))];
  return section(
    words.headings.suggestions,
    items.map((text) => ({ text })),
  );
}

export function ranking({ digest: { ranking }, words, ink }: Telling): DigestBlock[] {
  if (ranking === null || ranking.length === 0) return [];
  const { person, reviewed, answered, wrote } = words.ranked;
  const rows = ranking.map((one) => [
    ink.person(one.login),
    ...[one.reviewed, one.answered, one.wrote].map((count) => String(count)),
  ]);
  return [
    { kind: 'heading', text: words.headings.ranking },
    { kind: 'table', head: [person, reviewed, answered, wrote], rows },
  ];
}

/** What did not fit above. */
export function details({ digest, words, ink }: Telling): DigestBlock[] {
  const more = digest.advice.slice(SHOWN.advice).map((one) => ({ text: words.advice(one, ink) }));
  const threads = (digest.waits?.threads ?? []).slice(0, FOLDED.waiting);
  const waiting = threads.length <= SHOWN.waiting ? [] : threads.map((one) => ({ text: waitingLine(one, words, ink) }));
  const directories = (digest.risks?.knowledge?.directories ?? [])
    .slice(SHOWN.directories, FOLDED.directories)
    .map(({ directory, files, filesAtRisk }) => ({ text: words.directory(ink.code(directory), filesAtRisk, files) }));
  const fared = digest.acceptance
    .filter(({ label, decided, silent }) => label !== null && decided > 0 && silent === null)
    .slice(0, FOLDED.fared)
    .map((one) => ({ text: words.fared(one, ink) }));
  return [
    ...section(words.headings.advice, more),
    ...section(words.headings.waits, waiting),
    ...section(words.headings.risks, directories),
    ...section(words.headings.suggestions, fared),
  ];
}

function section(heading: string, items: DigestItem[], numbered = false): DigestBlock[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items, ...(numbered && { numbered: true as const }) },
  ];
}
