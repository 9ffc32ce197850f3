/** Whether the whole name fits one of the patterns; `*` stands for any run of characters, letters match in either case. */
export function fitsAny(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => fits(name.toLowerCase(), pattern.toLowerCase()));
}

/** Goes back only to the last `*`, so the work is bounded by the product of the two lengths. */
function fits(name: string, pattern: string): boolean {
  let n = 0;
  let p = 0;
  let star = -1;
  let resumeAt = 0;
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p++;
      resumeAt = n;
    } else if (p < pattern.length && pattern[p] === name[n]) {
      n++;
      p++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++resumeAt;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
