/** Numbers for words, 0, 1, 2 ... in the order they are met. */
export interface WordNumbers {
  find(word: string): number | null;
  /** The same, numbering it first where needed. */
  number(word: string): number;
  text(number: number): string;
}

export function createWordNumbers(): WordNumbers {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    find: (word) => numbers.get(word) ?? null,
    number(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      const fresh = texts.push(word) - 1;
      numbers.set(word, fresh);
      return fresh;
    },
    text: (number) => texts[number] ?? '',
  };
}
