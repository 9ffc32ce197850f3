const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** Milliseconds since 1970 of an ISO 8601 time, UTC where it names no zone; null for anything else. */
export function readTime(text: string): number | null {
  const found = ISO.exec(text);
  if (found === null) return null;
  const time = Date.parse(text.length > 10 && found[1] === undefined ? `${text}Z` : text);
  return Number.isNaN(time) ? null : time;
}
