/**
 * Text of users, made harmless for GitHub's Markdown. GitHub looks for mentions, references and addresses after
 * Markdown is read, so a backslash does not stop them: an invisible break inside them does.
 */
const BREAK = '&#8203;';
const RAW_BREAK = '\u200b';
const MAX_ADDRESS = 500;

/** Invisible or direction-changing characters; those that hold an emoji together stay. */
const INVISIBLE = /(?!(?<=\p{Extended_Pictographic}\uFE0F?)[\uFE0F\u200D])[\p{Default_Ignorable_Code_Point}\p{Cs}]/gu;
/** More marks on one letter than any script needs. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;

/** One line of visible text, at most `max` characters. */
export function cleanLine(text: string, max: number): string {
  const line = text
    .slice(0, max * 8)
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1')
    .trim();
  const characters = Array.from(line);
  if (characters.length <= max) return line;
  return `${characters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}

/** Shows the text as it was typed; nothing in it pings, links or formats, also where it begins the item of a list. */
export function escapeInline(text: string, max = 120): string {
  return (
    withoutMath(cleanLine(text, max))
      .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
      .replace(/^(\d{0,9})([-+#=.)])/, '$1\\$2')
      // Before the other breaks, which have a number sign and digits themselves.
      .replace(/#(?=\d)/g, `#${BREAK}`)
      .replace(/@/g, `@${BREAK}`)
      .replace(/<!--/g, `<${BREAK}!--`)
      .replace(/\bgh-(?=\d)/gi, `$&${BREAK}`)
      .replace(/:\/\//g, `:${BREAK}//`)
      .replace(/www(?=\.)/gi, `www${BREAK}`)
      .replace(/[0-9a-f]{7,}/gi, brokenEverySix)
  );
}

/** A code span: nothing is read inside it but its own end, so the fence is longer than any run of backticks within. */
export function codeSpan(text: string, max = 100): string {
  const content = cleanLine(text, max).replace(/<!--/g, `<${RAW_BREAK}!--`);
  if (content === '') return '';
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return fence + padding + content + padding + fence;
}

/** A code span within a table, where a bar ends the cell even inside code unless a backslash is before it, and only one. */
export function cellCode(text: string, max = 100): string {
  return codeSpan(text, max).replace(/(\\?)\|/g, (_, slash: string) => (slash === '' ? '\\|' : `\\${RAW_BREAK}\\|`));
}

/** For fields that are shown as they are: nothing in it pings, refers or links, even where GitHub looks for that. */
export function plainText(text: string, max: number): string {
  return cleanLine(text, max).replace(/[@#]|:(?=\/\/)|www(?=\.)|\bgh-(?=\d)|<(?=!--)/gi, `$&${RAW_BREAK}`);
}

/** `text` is Markdown already; the address is dropped unless it is short, plain http or https. */
export function link(text: string, url: string): string {
  const address = plainAddress(url);
  return address === null ? text : `[${text}](${address})`;
}

function plainAddress(url: string): string | null {
  if (url.length > MAX_ADDRESS || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  if (!['http:', 'https:'].includes(protocol) || username !== '' || password !== '') return null;
  return href.replace(/[()<>|\\*_~`[\]@\s]/g, percentEncoded).replace(/&/g, '&amp;');
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** GitHub sets what stands between two dollar signs as a formula. */
function withoutMath(line: string): string {
  return line.split('$').length > 2 ? line.replaceAll('$', '＄') : line;
}

/** GitHub links what looks like a commit: seven or more hexadecimal digits. */
function brokenEverySix(digits: string): string {
  return digits.replace(/.{6}(?=.)/g, `$&${BREAK}`);
}
