/** About what fits in the 512 tokens that small models read; the server cuts what is more. */
const LONGEST_TEXT = 2_000;

/** Models of the E5 family were trained with a word before each text. */
const E5 = /(^|[/-])e5-/i;

/** What is sent of a text; '' where nothing is left. */
export function sentText(text: string): string {
  const cut = text.slice(0, LONGEST_TEXT);
  // Half of a pair of surrogates is no character.
  return (/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut).trim();
}

export function withPrefix(model: string, text: string): string {
  return E5.test(model) ? `query: ${text}` : text;
}
