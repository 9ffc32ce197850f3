import type { GitPerson } from './identities.ts';

export interface CommitMessage {
  title: string;
  /** Without the lines that name people: they are facts of their own, and the answer of a back-test. */
  body: string;
  reviewers: GitPerson[];
  coauthors: GitPerson[];
  /** As they signed off, the last one last. */
  signers: GitPerson[];
}

const MAX_BODY_CHARACTERS = 20_000;

/** `Reviewed-by:`, `Acked-by:` as the kernel writes them, `Reviewers: A <a@x>, B <b@x>` as Apache does. */
const REVIEWER = /^(?:reviewed[- ]by|acked-by|approved-by|reviewers?)$/i;
const COAUTHOR = /^co-authored-by$/i;
const SIGNER = /^signed-off-by$/i;
const PEOPLE_LINE = /^[ \t]*([a-z][a-z -]*[- ]by|reviewers?|cc)[ \t]*:[ \t]*(.*)$/gim;

export function readMessage(message: string): CommitMessage {
  const text = message.trim();
  const end = text.indexOf('\n');
  if (end === -1) return { title: text, body: '', reviewers: [], coauthors: [], signers: [] };
  const reviewers: GitPerson[] = [];
  const coauthors: GitPerson[] = [];
  const signers: GitPerson[] = [];
  const body = text.slice(end).replace(PEOPLE_LINE, (_line, key: string, value: string) => {
    if (REVIEWER.test(key)) reviewers.push(...readPeople(value));
    else if (COAUTHOR.test(key)) coauthors.push(...readPeople(value));
    else if (SIGNER.test(key)) signers.push(...readPeople(value));
    return '';
  });
  const people = { reviewers, coauthors, signers };
  return { title: text.slice(0, end).trimEnd(), body: body.trim().slice(0, MAX_BODY_CHARACTERS), ...people };
}

const PERSON = /^"?([^<>"]*?)"?\s*(?:<([^<>\s]*)>)?[.;]?$/;

function readPeople(value: string): GitPerson[] {
  return value.split(',').flatMap((part) => {
    const [, name = '', email = ''] = PERSON.exec(part.trim()) ?? [];
    return name === '' && email === '' ? [] : [{ name, email }];
  });
}
