/** Columns that a tab reaches to the next multiple of. */
export const TAB = 4;

/** Columns of white space that a line begins with. */
export function indentOf(line: string): number {
  let column = 0;
  for (const char of line) {
    if (char === '\t') column += TAB - (column % TAB);
    else if (char === ' ') column += 1;
    else break;
  }
  return column;
}

/** Without up to so many columns of white space. */
export function withoutIndent(line: string, columns: number): string {
  let index = 0;
  for (let column = 0; column < columns && (line[index] === ' ' || line[index] === '\t'); index++) {
    column += line[index] === '\t' ? TAB : 1;
  }
  return line.slice(index);
}
