/** JSON as PostgreSQL takes it: zero characters and halves of surrogate pairs, which it refuses, are replaced. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u')) return json;
  return json.replace(/(\\\\)|\\u0000|\\ud[89a-f][0-9a-f]{2}/g, (found, backslash) =>
    backslash === undefined ? '\\ufffd' : found,
  );
}
