import { fileMentions } from './file-mentions.ts';
import { firstMatches } from './first-matches.ts';

const MOST = 100;
const ENDING = /\.(?=[A-Za-z\d]*[A-Za-z])[A-Za-z\d]{1,10}$/;
/** Where a name with a dot and no directory is a file, not a member of an object or a host. */
const SOURCE_ENDING =
  /\.(?:[cm]?[jt]sx?|json[5cl]?|ya?ml|toml|xml|html?|s?css|md|rst|txt|py|pyi|ipynb|go|mod|rs|rb|java|kts?|scala|groovy|gradle|cs|csproj|fs|vb|c|h|cc|hh|cpp|hpp|cxx|hxx|m|mm|swift|php|pl|lua|r|jl|dart|ex|exs|erl|hs|ml|clj|sh|bash|bat|cmd|ps1|sql|proto|lock|cfg|conf|ini|env|log|cmake|vue|svelte)$/i;
const FEW_NAMES = 3;
const ADDRESS = /^(?:127|10|192|172|169|0|255)\.\d+\.\d+\.\d+$/;
/** Numbers with a single dot are versions only behind a `v` or a word that says so. */
const VERSION =
  /(?<![\p{L}\p{N}_.])(?:v|go|version[ :=]{1,3}|(?:node|nodejs|node\.js|python|java|jdk|ruby|php|rust|deno|bun|npm|chrome|firefox|safari|android|ios|macos|ubuntu|windows|electron|typescript|postgres|postgresql|redis|mysql)[ @/:=-]{1,2}v?|(?=\d{1,6}\.\d{1,6}\.\d))(\d{1,6}(?:\.\d{1,8}){1,4}(?:[-+][\p{L}\p{N}][\w.+-]{0,30})?)(?![\p{L}\p{N}_]|\.\d)/giu;

/** Files and directories that a text names by a path, or by a name with the ending of a source. */
export function namedPaths(text: string): string[] {
  const found = new Set<string>();
  for (const mention of fileMentions(text)) {
    const path = mention
      .replaceAll('\\', '/')
      .replace(/^\/{2,3}/, '/')
      .replace(/\.$/, '');
    if (looksLikePath(path)) found.add(path);
    if (found.size === MOST) break;
  }
  return [...found];
}

/** `and/or` is none; `src/queue` alone is not told from it. */
function looksLikePath(mention: string): boolean {
  if (mention.includes('://')) return false;
  const names = mention.split('/').filter((name) => name !== '' && name !== '.' && name !== '..');
  if (/^\.\.?\//.test(mention)) return names.length > 0;
  if (names.length < 2) return SOURCE_ENDING.test(mention) && !mention.includes('@');
  return ENDING.test(mention) || names.length >= FEW_NAMES || /^~?\//.test(mention);
}

/** As they are written, without the `v`; addresses of machines are none. */
export function namedVersions(text: string): string[] {
  return firstMatches(text, VERSION, MOST, ([, version = '']) =>
    ADDRESS.test(version) ? null : version.replace(/[.+-]{1,30}$/, ''),
  );
}
