import type { Steps } from './steps.ts';

/** Sees each in turn, and rests after every so many. */
export function* rested<Item>(items: Iterable<Item>, every: number, see: (item: Item) => void): Steps<void> {
  let seen = 0;
  for (const item of items) {
    see(item);
    seen++;
    if (seen % every === 0) yield;
  }
}
