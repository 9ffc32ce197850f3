import { simplifiedCharacters, traditionalCharacters } from './traditional-characters.ts';

const simplified = new Map(
  [...traditionalCharacters].map((character, at) => [character, simplifiedCharacters.charAt(at)]),
);

/** Traditional Chinese characters as simplified ones; each stays where it is, so that places in both are the same. */
export function foldHan(text: string): string {
  let folded = '';
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const simple = simplified.get(text.charAt(at));
    if (simple === undefined) continue;
    folded += text.slice(kept, at) + simple;
    kept = at + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}
