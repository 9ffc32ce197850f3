import type { DocumentFact } from '../domain/fact.ts';
import { globMatcher } from '../match/glob.ts';
import { type Blob, listFiles, readBlobs } from './git-blobs.ts';
import { type GitRepository, openRepository } from './git-repository.ts';

const MAX_DOCUMENTS = 500;
const TEXT = /(?:\.(?:adoc|asciidoc|markdown|md|mdx|org|rst|txt)|(?:^|\/)[A-Z_-]+)$/;

/** Documents of the head commit that the patterns of `related.docs` name, at most a few hundred. */
export async function readDocuments(
  repository: GitRepository,
  globs: readonly string[],
  urlOf: (path: string) => string,
  wanted: (path: string) => boolean = () => true,
): Promise<DocumentFact[]> {
  if (globs.length === 0) return [];
  const matches = globMatcher(globs);
  const files = await listFiles(repository, (path) => TEXT.test(path) && wanted(path) && matches(path));
  // The shortest path first: what is not read is deep down.
  const chosen = files.toSorted((a, b) => depth(a.path) - depth(b.path) || (a.path < b.path ? -1 : 1));
  const blobs = await readBlobs(repository, chosen.slice(0, MAX_DOCUMENTS));
  return blobs.filter((blob) => isText(blob.text)).map((blob) => toDocument(blob, urlOf));
}

/** Documents of a clone on this machine; the path stands for the address. @throws GitError */
export async function readCloneDocuments(path: string, globs: readonly string[]): Promise<DocumentFact[]> {
  return readDocuments(await openRepository(path), globs, (file) => file);
}

/** Text of a file at the head commit of a clone on this machine; null where there is none. @throws GitError */
export async function readCloneFile(path: string, file: string): Promise<string | null> {
  const repository = await openRepository(path);
  const [blob] = await readBlobs(repository, await listFiles(repository, (candidate) => candidate === file));
  return blob?.text ?? null;
}

function toDocument({ path, text }: Blob, urlOf: (path: string) => string): DocumentFact {
  return { kind: 'document', id: path, url: urlOf(path), title: titleOf(text) ?? path, body: text };
}

const FRONT_MATTER = /^---\n(.*?)\n---\n/s;
const FRONT_TITLE = /^title:[ \t]*["']?(\S.*?)["']?[ \t]*$/m;
const HEADING = /^(?:#{1,3}|=)[ \t]+(\S.*?)[ \t#=]*$|^(\S.*)\n(?:={3,}|-{3,}|~{3,})[ \t]*$/m;

/** Title of the front matter, else the first heading in Markdown, AsciiDoc or reStructuredText. */
function titleOf(text: string): string | null {
  const start = text.slice(0, 5000);
  const [matter = '', front = ''] = FRONT_MATTER.exec(start) ?? [];
  const [, title] = FRONT_TITLE.exec(front) ?? [];
  const [, marked, underlined] = HEADING.exec(start.slice(matter.length)) ?? [];
  return title ?? marked ?? underlined ?? null;
}

function isText(text: string): boolean {
  return !text.includes('\0') && !text.startsWith('version https://git-lfs');
}

function depth(path: string): number {
  return path.split('/').length;
}
