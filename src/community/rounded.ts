/** For what is kept: more digits would say no more and take space. */
export function rounded(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}
