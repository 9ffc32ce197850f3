import { linkedUrls, references } from './text-links.ts';

const FENCED = /^(```|~~~)[^\n]*\n[\s\S]*?^\1/gm;
const FRONT_PAGE =
  /^https?:\/\/(?:www\.)?github\.com\/([\w-]{1,39}\/[\w.-]{1,100}?)(?:\.git)?\/?(?:$|[?#]|(?:tree|blob|releases|wiki|actions|pulls|security)(?:$|[/?#]))/i;
/** Pages of GitHub itself, which stand where an owner would. */
const NO_OWNER =
  /^(?:about|apps|collections|customer-stories|enterprise|features|login|marketplace|notifications|orgs|pricing|search|security|settings|sponsors|stars|topics|user-attachments|users)\//i;

export interface MentionedRepository {
  /** `owner/name`. */
  name: string;
  /** null where it is named without an address: on the same one. */
  host: string | null;
}

/** Repositories that a text points to outside code, each once. */
export function mentionedRepositories(text: string): MentionedRepository[] {
  if (!text.includes('/')) return [];
  const prose = text.replace(FENCED, ' ');
  const found = references(prose).flatMap(({ repository, host }): MentionedRepository[] =>
    repository === null ? [] : [{ name: repository, host }],
  );
  for (const url of linkedUrls(prose)) {
    const name = FRONT_PAGE.exec(url)?.[1];
    if (name !== undefined) found.push({ name, host: 'github.com' });
  }
  const unique = new Map<string, MentionedRepository>();
  for (const { name, host } of found) {
    if (NO_OWNER.test(name) || /\/\.+$/.test(name)) continue;
    const key = name.toLowerCase();
    unique.set(key, { name, host: host?.toLowerCase() ?? unique.get(key)?.host ?? null });
  }
  return [...unique.values()];
}
