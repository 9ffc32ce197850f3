import { organisationHost, registeredDomain } from './mail-hosts.ts';

/** An organisation as one spelling calls it; spellings with one key mean the same. */
export interface CompanyName {
  key: string;
  name: string;
}

/** What follows in many names and tells nothing of which organisation it is. */
const LEGAL_FORM =
  /^(?:&|a\/?b|ag|a\/?s|bhd|b\.?v|co|company|corp|corporation|e\.?v|ggmbh|gmbh|inc|incorporated|k\.?k|kg|lda|limited|llc|llp|ltd|ltda|n\.?v|oy|oyj|plc|pte|pty|pvt|s\.?a|s\.?a\.?r\.?l|s\.?a\.?s|se|sp|s\.?l|s\.?p\.?a|s\.?r\.?l|z\.?o\.?o)\.?$/i;
const HAN_LEGAL_FORM = /(?:股份|集团|責任|责任)*(?:有限公司|株式会社|주식회사)$|^(?:株式会社|주식회사|\(주\))/u;

/** Said by those who belong nowhere, or do not want to tell. */
const NOWHERE = new Set(
  `company consultant contractor freelance freelancer freelancing home independent indie me myself na nil no nobody none
  nope nothing nowhere null openforwork opentowork personal privat private retired secret self selfemployed student tba
  tbd undefined unemployed unknown various 个人 学生 无 无业 自由职业 自由职业者 フリーランス 個人`.split(/\s+/),
);
const NO_MORE = /^\W*(?:ex|former|formerly|prev|previously|past|alum|alumni|alumnus)\b/i;
const HANDLE = /(?:^|[\s,;(|/&+])@([a-z\d](?:[a-z\d-]{0,38}))(?!\w|[@.]\w)/i;
/** One of several: the first is said to matter most. */
const SEVERAL = /\s*[;|•·/]\s*|\s+[-–—]\s+|,\s+(?!(?:inc|incorporated|llc|ltd|limited|corp|co|gmbh|ag|s\.?a)\b\.?)/i;
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST = 100;
const LONGEST_KEY = 60;

/**
 * The organisation that free text of a profile names; null where it names none. `@acme`, `Acme Inc.` and `ACME, Inc`
 * have one key. Letters that only look alike stay apart.
 */
export function companyName(text: string): CompanyName | null {
  const plain = visible(text).slice(0, LONGEST);
  if (NO_MORE.test(plain) || NOWHERE.has(keyOf(plain))) return null;
  if (ADDRESS.test(plain)) return domainName(organisationHost(plain) ?? '');
  const handle = HANDLE.exec(plain)?.[1];
  if (handle !== undefined) return named(handle.split('-').filter(Boolean), '-');
  const first = plain.split(SEVERAL).find((part) => part !== '') ?? '';
  const told = first
    .replace(/^.*\s(?:at|@)\s+/i, '')
    .replace(/(?<=\S)\s*\(.*$/, '')
    .trim();
  const address = told.replace(/^https?:?$/i, '') === '' ? addressIn(plain) : addressIn(told);
  if (address !== null) return domainName(address);
  return named(told.replace(HAN_LEGAL_FORM, '').split(' '), ' ');
}

/** The organisation that has a host, called by its domain; null where it cannot be told. */
export function domainName(host: string): CompanyName | null {
  const registered = registeredDomain(host);
  if (registered === null) return null;
  const of = named(registered.name.split('-').filter(Boolean), '-');
  return of === null ? null : { key: of.key, name: registered.domain };
}

function visible(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

function addressIn(text: string): string | null {
  return /^(?:https?:\/\/)?(?:www\.)?((?:[a-z\d-]+\.)+[a-z]{2,24})\/?\S*$/i.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Legal forms go from the end, but one word always stays. */
function named(words: string[], joint: string): CompanyName | null {
  const left = [...words];
  while (left.length > 1 && LEGAL_FORM.test(bare(left.at(-1) ?? ''))) left.pop();
  const name = bare(left.join(joint));
  const key = keyOf(left.length > 1 ? left.join('').replace(/^the(?=\S)/i, '') : name);
  return key === '' || key.length > LONGEST_KEY || NOWHERE.has(key) ? null : { key, name };
}

function bare(word: string): string {
  return word.replace(/^[\s,;:("'“”]+|[\s,;:)"'“”]+$/g, '').trim();
}

/** Letters and digits alone, without accents. */
function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
