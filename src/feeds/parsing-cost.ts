/** Parsing takes time by these, and nobody else is served meanwhile. */
const MAX_TAGS = 100_000;
const MAX_ATTRIBUTES_OF_A_TAG = 1_000;
const MAX_NAMESPACES = 2_000;
const MAX_NESTING = 10_000;

/** Whether parsing the text takes about a second at most, however it was made; looks at each character once or twice. */
export function isCheap(text: string): boolean {
  if (text.trimStart().startsWith('{')) return nesting(text) <= MAX_NESTING;
  return count(text, 'xmlns', MAX_NAMESPACES) <= MAX_NAMESPACES && hasFewTags(text);
}

function hasFewTags(text: string): boolean {
  let tags = 0;
  for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', open + 1)) {
    if (++tags > MAX_TAGS) return false;
    const close = text.indexOf('>', open);
    const tag = text.slice(open, close === -1 ? text.length : close);
    if (tag.length > MAX_ATTRIBUTES_OF_A_TAG && attributesIn(tag) > MAX_ATTRIBUTES_OF_A_TAG) return false;
    open += tag.length - 1;
  }
  return true;
}

function attributesIn(tag: string): number {
  return count(tag, '=', MAX_ATTRIBUTES_OF_A_TAG);
}

/** Stops soon after `enough`. */
function count(text: string, what: string, enough: number): number {
  let found = 0;
  for (let at = text.indexOf(what); at !== -1 && found <= enough; at = text.indexOf(what, at + 1)) found++;
  return found;
}

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth--;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}
