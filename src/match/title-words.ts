const WORD = /[\p{L}_][\p{L}\p{N}_]{2,}/gu;
const MAX_CHARACTERS = 300;
const MAX_WORDS = 20;

/** Words of a title, identifiers whole, each once: `net/mlx5: fix rte_flow leak` has net, mlx5, fix, rte_flow, leak. */
export function titleWords(title: string): string[] {
  const words = title.slice(0, MAX_CHARACTERS).toLowerCase().match(WORD) ?? [];
  return [...new Set(words)].slice(0, MAX_WORDS);
}
