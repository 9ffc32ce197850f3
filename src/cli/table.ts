// Control characters of a hostile name could move the cursor or recolour the terminal; bidi ones reorder the line.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Text of others as it may be shown on a terminal. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}

/** Columns aligned with two blanks between; the last one is not padded. */
export function table(rows: string[][]): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : pad(cell, widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same with numbers: every column but the first ends where its longest cell ends. */
export function numberTable(rows: string[][]): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => width(row[column] ?? ''))));
  return cells
    .map(([first = '', ...others]) => {
      const numbers = others.map((cell, at) => blanks(cell, widths[at + 1] ?? 0) + cell);
      return [pad(first, widths[0] ?? 0), ...numbers].join('  ').trimEnd();
    })
    .join('\n');
}

function pad(cell: string, to: number): string {
  return cell + blanks(cell, to);
}

function blanks(cell: string, to: number): string {
  return ' '.repeat(Math.max(0, to - width(cell)));
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

/** Columns on a terminal: East Asian characters take two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}
