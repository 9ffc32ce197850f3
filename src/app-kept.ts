/** Lets go of the oldest of what was kept, down to so many. */
export function keepNewest(known: Map<string, unknown>, kept: number): void {
  for (const oldest of known.keys()) {
    if (known.size <= kept) return;
    known.delete(oldest);
  }
}
