/** What is promised of an answer. */
export interface Promised {
  probability: number;
  /** What like promises of the past came to, where that is known; a wanted precision is compared with it. */
  precision?: number;
}

/** Whether an answer may be shown where so large a share of those shown has to be right. */
export function isSureEnough({ probability, precision = probability }: Promised, minPrecision: number): boolean {
  return precision >= minPrecision;
}
