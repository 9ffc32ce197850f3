import type { Fix, PersonFact, ThreadOutcome, ThreadType } from '../domain/fact.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { StoredChange } from './change-store.ts';
import type { ModelParts } from './model-parts.ts';
import type { NameReader, NameWriter } from './snapshot-names.ts';
import type { StoredThread } from './thread-store.ts';

const THREAD_TYPES: readonly ThreadType[] = ['issue', 'pull', 'discussion'];
const OUTCOMES: readonly (ThreadOutcome | null)[] = [
  null,
  'completed',
  'not-planned',
  'duplicate',
  'merged',
  'answered',
];

/** Every name that facts share: logins, paths, labels. */
export function* namesOf({ people, tree, evidence, changes, threads }: ModelParts): Iterable<string> {
  for (const change of changes.all()) {
    if (change.authorSpelling !== null) yield people.login(change.authorSpelling);
    for (const spelling of change.reviewerSpellings) yield people.login(spelling);
    for (const file of change.files) yield tree.path(file);
    for (const word of change.titleWords) yield evidence.wordText(word);
  }
  for (const thread of threads.all()) {
    if (thread.author !== null) yield people.login(thread.author);
    for (const spelling of [...thread.assignees, ...thread.participants, ...thread.requested]) {
      yield people.login(spelling);
    }
    yield* thread.labels;
  }
}

export function writeChanges(writer: ByteWriter, names: NameWriter, parts: ModelParts): void {
  const { people, tree, evidence, changes } = parts;
  writer.list([...changes.all()].toSorted(byId), (change: StoredChange) => {
    writer.text(change.id);
    writer.float(change.time);
    names.writeAll(change.authorSpelling === null ? [] : [people.login(change.authorSpelling)]);
    names.writeAll(change.reviewerSpellings.map(people.login));
    names.writeAll(change.files.map(tree.path));
    names.writeAll(change.titleWords.map(evidence.wordText));
  });
}

export function readChanges(reader: ByteReader, names: NameReader, parts: ModelParts): void {
  const { people, tree, evidence, changes } = parts;
  reader.list(() => {
    const id = reader.text();
    const time = reader.float();
    const [author] = names.readAll();
    const authorSpelling = author === undefined ? null : people.spelling(author);
    const reviewerSpellings = names.readAll().map(people.spelling);
    const files = names.readAll().map(tree.number);
    const titleWords = names.readAll().map(evidence.numberOf);
    changes.restore({ id, time, authorSpelling, reviewerSpellings, files, titleWords });
  });
}

export function writeThreads(writer: ByteWriter, names: NameWriter, { people, threads }: ModelParts): void {
  writer.list([...threads.all()].toSorted(byId), (thread: StoredThread) => {
    writer.text(thread.id);
    writer.byte(THREAD_TYPES.indexOf(thread.type));
    writer.float(thread.time);
    writer.text(thread.title);
    names.writeAll(thread.author === null ? [] : [people.login(thread.author)]);
    names.writeAll(thread.assignees.map(people.login));
    names.writeAll(thread.participants.map(people.login));
    names.writeAll(thread.requested.map(people.login));
    names.writeAll(thread.labels);
    writer.list([...thread.traits], writer.count);
    writer.byte(thread.state === 'open' ? 1 : 0);
    writer.text(thread.closedAt ?? '');
    writer.byte(OUTCOMES.indexOf(thread.outcome));
    writeEnding(writer, thread);
  });
}

export function readThreads(reader: ByteReader, names: NameReader, { people, threads }: ModelParts): void {
  reader.list(() => {
    const id = reader.text();
    const type = THREAD_TYPES[reader.byte()] ?? 'issue';
    const time = reader.float();
    const title = reader.text();
    const [author] = names.readAll();
    threads.restore({
      id,
      type,
      time,
      title,
      author: author === undefined ? null : people.spelling(author),
      assignees: names.readAll().map(people.spelling),
      participants: names.readAll().map(people.spelling),
      requested: names.readAll().map(people.spelling),
      labels: names.readAll(),
      traits: Uint16Array.from(reader.list(reader.count)),
      state: reader.byte() === 1 ? 'open' : 'closed',
      closedAt: reader.text() || null,
      outcome: OUTCOMES[reader.byte()] ?? null,
      ...readEnding(reader),
    });
  });
}

const FIXES: readonly (Fix['kind'] | null)[] = [null, 'pull', 'commit'];

type Ending = Pick<StoredThread, 'fixedBy' | 'duplicateOf'>;

function writeEnding(writer: ByteWriter, { fixedBy, duplicateOf }: Ending): void {
  writer.byte(FIXES.indexOf(fixedBy?.kind ?? null));
  if (fixedBy !== undefined) writer.text(fixedBy.id);
  // Nothing said, said that it is none, said of which.
  writer.list(duplicateOf === undefined ? [] : [duplicateOf ?? ''], writer.text);
}

function readEnding(reader: ByteReader): Ending {
  const kind = FIXES[reader.byte()] ?? null;
  const fixedBy = kind === null ? {} : { fixedBy: { kind, id: reader.text() } };
  const [said] = reader.list(reader.text);
  return { ...fixedBy, ...(said !== undefined && { duplicateOf: said || null }) };
}

export function writePeople(writer: ByteWriter, { bots }: ModelParts): void {
  const facts = bots.all().toSorted((a, b) => (a.login < b.login ? -1 : 1));
  writer.list(facts, ({ login, organisation, bot }: PersonFact) => {
    writer.text(login);
    writer.list(organisation === null ? [] : [organisation], writer.text);
    writer.byte(bot ? 1 : 0);
  });
}

export function readPeople(reader: ByteReader, { bots }: ModelParts): void {
  reader.list(() => {
    const login = reader.text();
    const [organisation = null] = reader.list(reader.text);
    bots.learn({ kind: 'person', login, organisation, bot: reader.byte() === 1 });
  });
}

export function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
