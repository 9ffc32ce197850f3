const DATED = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?: ?(Z|UTC|[+-]\d\d:?\d\d))?)?$/;
/** As Jira exports it. */
const NAMED_MONTH = /^(\d\d)\/([A-Z][a-z]{2})\/(\d\d) (\d\d:\d\d)$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Milliseconds since 1970 of a time as ISO 8601, git and databases (`2024-02-29 12:30:00 +0200`) or Jira
 * (`29/Feb/24 12:30`) write it, UTC where it names no zone; null for anything else.
 */
export function readTime(text: string): number | null {
  const [, date, clock = '00:00', zone = 'Z'] = DATED.exec(text) ?? namedMonth(text);
  if (date === undefined) return null;
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
  const time = Date.parse(`${date}T${clock}${offset}`);
  return Number.isNaN(time) ? null : time;
}

function namedMonth(text: string): string[] {
  const [, day, name = '', year, clock = ''] = NAMED_MONTH.exec(text) ?? [];
  if (day === undefined) return [];
  return ['', `20${year}-${String(MONTHS.indexOf(name) + 1).padStart(2, '0')}-${day}`, clock];
}
