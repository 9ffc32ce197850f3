import { DIGEST_MARKER } from '../comment/marker.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { AppOctokit } from './app-octokit.ts';
import { digestDiscussions } from './digest-discussion.ts';
import { digestIssues } from './digest-issue.ts';
import { isGone, isRefusal, mayHaveWorked } from './github-error.ts';

export type DigestThreadType = 'issue' | 'discussion';

export interface DigestThread {
  type: DigestThreadType;
  number: number;
  url: string;
}

export interface WantedDigest {
  /** Where it is to be; without discussions it goes into an issue. */
  target: DigestThreadType;
  /** Where it stands; null: not known, so it is looked for before one is opened. */
  thread: DigestThread | null;
  title: string;
  body(as: DigestThreadType): string;
}

/** `closed` and `gone`: people did that, and nothing was written. */
export type DigestWritten =
  | { outcome: 'created' | 'updated' | 'unchanged'; thread: DigestThread }
  | { outcome: 'closed' | 'gone' | 'not-permitted' | 'nowhere' };

export interface FoundDigest {
  thread: DigestThread;
  open: boolean;
  body: string;
  /** By which it is edited. */
  id: string;
}

/** The one thread of a repository that holds the digest, whichever kind it is. */
export interface DigestThreads {
  /** null: it is not there any more. */
  read(number: number): Promise<FoundDigest | null>;
  /** Threads that the app opened and that are open, the latest first. */
  own(ownLogin: string): Promise<FoundDigest[]>;
  /** Must not try again by itself. null: the repository takes none. */
  open(title: string, body: string): Promise<DigestThread | null>;
  edit(found: FoundDigest, body: string): Promise<void>;
}

/** Edits the one thread that holds the digest; opens it where there never was one. */
export async function writeDigest(app: AppOctokit, ref: RepositoryRef, wanted: WantedDigest): Promise<DigestWritten> {
  const [reader, writer, ownLogin] = await Promise.all([
    app.installation(ref.installationId, 'read'),
    app.installation(ref.installationId, 'write'),
    app.ownLogin(),
  ]);
  const threads = { issue: digestIssues(writer, ref), discussion: digestDiscussions(reader, writer, ref) };
  try {
    if (wanted.thread !== null) return await editKnown(threads[wanted.thread.type], wanted.thread, wanted);
    for (const type of wanted.target === 'issue' ? (['issue'] as const) : (['discussion', 'issue'] as const)) {
      const written = await findOrOpen(threads[type], ownLogin, { title: wanted.title, body: wanted.body(type) });
      if (written !== null) return written;
    }
    return { outcome: 'nowhere' };
  } catch (error) {
    if (!isRefusal(error) || isGone(error)) throw error;
    return { outcome: 'not-permitted' };
  }
}

async function editKnown(threads: DigestThreads, thread: DigestThread, wanted: WantedDigest): Promise<DigestWritten> {
  const found = await threads.read(thread.number);
  if (found === null) return { outcome: 'gone' };
  return found.open ? edit(threads, found, wanted.body(thread.type)) : { outcome: 'closed' };
}

/** null: the repository takes no thread of this kind. */
async function findOrOpen(
  threads: DigestThreads,
  ownLogin: string,
  { title, body }: { title: string; body: string },
): Promise<DigestWritten | null> {
  const known = await ownDigest(threads, ownLogin);
  if (known !== undefined) return edit(threads, known, body);
  try {
    const thread = await threads.open(title, body);
    return thread && { outcome: 'created', thread };
  } catch (error) {
    if (!mayHaveWorked(error)) throw error;
    const opened = await ownDigest(threads, ownLogin);
    if (opened === undefined) throw error;
    return { outcome: 'created', thread: opened.thread };
  }
}

async function ownDigest(threads: DigestThreads, ownLogin: string): Promise<FoundDigest | undefined> {
  return (await threads.own(ownLogin)).find(({ body }) => body.trimStart().startsWith(DIGEST_MARKER));
}

async function edit(threads: DigestThreads, found: FoundDigest, body: string): Promise<DigestWritten> {
  const { thread } = found;
  if (found.body.replaceAll('\r\n', '\n').trim() === body.trim()) return { outcome: 'unchanged', thread };
  await threads.edit(found, body);
  return { outcome: 'updated', thread };
}
