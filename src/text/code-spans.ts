/** From the first mark that opens it to behind the last one that closes it. */
export interface Span {
  from: number;
  to: number;
}

/** Code between backticks in a paragraph: as many of them close it as opened it. In time linear in the text. */
export function codeSpans(paragraph: string): Span[] {
  const runs = Array.from(paragraph.matchAll(/`+/g), ({ index, 0: marks }) => ({ from: index, length: marks.length }));
  const closing = nextOfSameLength(runs.map(({ length }) => length));
  const spans: Span[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const [open, closer] = [runs[at], closing[at] ?? -1];
    const close = runs[closer];
    if (open === undefined || close === undefined || (open.length === 1 && isEscaped(paragraph, open.from))) continue;
    spans.push({ from: open.from, to: close.from + close.length });
    at = closer;
  }
  return spans;
}

/** For each place the next one with the same length; -1: none. */
function nextOfSameLength(lengths: readonly number[]): number[] {
  const next = lengths.map(() => -1);
  const seen = new Map<number, number>();
  for (let at = lengths.length - 1; at >= 0; at -= 1) {
    const length = lengths[at] ?? 0;
    next[at] = seen.get(length) ?? -1;
    seen.set(length, at);
  }
  return next;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}
