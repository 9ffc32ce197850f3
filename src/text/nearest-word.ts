/** Longer words are nobody's slip of the finger. */
const LONGEST = 60;

/** Of the candidates the one that the word was most likely meant to be, the first of equals; null where none is near. */
export function nearestWord<Word extends string>(word: string, candidates: readonly Word[]): Word | null {
  if (word === '' || word.length > LONGEST) return null;
  const typed = word.toLowerCase();
  let nearest: Word | null = null;
  let least = Math.max(1, Math.floor(word.length / 3));
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) > least) continue;
    const slips = slipsBetween(typed, candidate.toLowerCase());
    if (slips > least || (slips === least && nearest !== null)) continue;
    nearest = candidate;
    least = slips;
  }
  return nearest;
}

/** Letters left out, put in, mistaken or swapped with their neighbour. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const mistaken = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cheapest = Math.min(mistaken, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(swapped ? Math.min(cheapest, (before[j - 2] ?? 0) + 1) : cheapest);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
