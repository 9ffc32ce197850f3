import { width } from './table.ts';

/** Lines of at most so many columns, broken at blanks. */
export function wrap(text: string, columns: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

/** Text of at most so many columns; what is left out is at its start or its end. */
export function cut(text: string, columns: number, at: 'start' | 'end'): string {
  if (text.length <= columns && width(text) <= columns) return text;
  const characters = [...text];
  if (at === 'end') return `${fitting(characters, columns - 1).join('')}…`;
  return `…${fitting(characters.toReversed(), columns - 1)
    .toReversed()
    .join('')}`;
}

/** The first ones that fit. */
function fitting(characters: readonly string[], columns: number): string[] {
  const found: string[] = [];
  let left = columns;
  for (const character of characters) {
    left -= width(character);
    if (left < 0) break;
    found.push(character);
  }
  return found;
}

/** A share as a bar; full is `columns` wide. */
export function bar(share: number, columns: number): string {
  const full = Math.round(share * columns);
  return '█'.repeat(full) + '░'.repeat(columns - full);
}

const STEPS = [...'▁▂▃▄▅▆▇█'];

/** Shares from 0 to 1 as one character each. */
export function sparkline(shares: readonly number[]): string {
  return shares.map((share) => STEPS[Math.min(STEPS.length - 1, Math.floor(share * STEPS.length))] ?? '').join('');
}
