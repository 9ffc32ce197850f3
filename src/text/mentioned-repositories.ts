import { linkedUrls, references } from './text-links.ts';

const FENCED = /^(```|~~~)[^\n]*\n[\s\S]*?^\1/gm;
const FRONT_PAGE =
  /^https?:\/\/(?:www\.)?github\.com\/([\w-]{1,39}\/[\w.-]{1,100}?)(?:\.git)?\/?(?:$|[?#]|(?:tree|blob|releases|wiki|actions|pulls|security)(?:$|[/?#]))/i;
/** Pages of GitHub itself, which stand where an owner would. */
const NO_OWNER =
  /^(?:about|apps|collections|customer-stories|enterprise|features|login|marketplace|notifications|orgs|pricing|search|security|settings|sponsors|stars|topics|user-attachments|users)\//i;

/** `owner/name` of the repositories that a text points to outside code, each once. */
export function mentionedRepositories(text: string): string[] {
  if (!text.includes('/')) return [];
  const prose = text.replace(FENCED, ' ');
  const found = references(prose).flatMap(({ repository }) => repository ?? []);
  for (const url of linkedUrls(prose)) {
    const repository = FRONT_PAGE.exec(url)?.[1];
    if (repository !== undefined) found.push(repository);
  }
  const named = found.filter((name) => !NO_OWNER.test(name) && !/\/\.+$/.test(name));
  return [...new Map(named.map((name) => [name.toLowerCase(), name])).values()];
}
