import { areas, codeowners, commscoreConfig } from './areas.ts';
import { documents } from './documents.ts';

const keptNotes = 12;

/** The made-up repository's files as they change: each change adds a small piece, and old pieces go. */
export interface FileTexts {
  start(): Record<string, string>;
  /** New text of the file after one more change. */
  change(path: string, subject: string): string;
}

export function fileTexts(): FileTexts {
  const pieces = new Map<string, string[]>();
  let count = 0;

  function textOf(path: string): string {
    return [startOf(path), ...(pieces.get(path) ?? [])].join('');
  }

  return {
    start: () => {
      const paths = [...new Set([...Object.keys(documents), ...Object.values(areas).flatMap((area) => area.paths)])];
      const files = Object.fromEntries(paths.map((path) => [path, textOf(path)]));
      return {
        ...files,
        '.github/CODEOWNERS': codeowners,
        '.github/commscore.yml': commscoreConfig,
        LICENSE: 'MIT (made up)\n',
      };
    },
    change: (path, subject) => {
      count += 1;
      const kept = (pieces.get(path) ?? []).slice(-keptNotes);
      pieces.set(path, [...kept, pieceOf(path, subject, count)]);
      return textOf(path);
    },
  };
}

function startOf(path: string): string {
  const written = documents[path];
  if (written !== undefined) return written;
  const what = path.split('/').at(-1) ?? path;
  if (/\.(cu|h)$/.test(path)) return `// ${what} of Lumen, a made-up library.\n#pragma once\n`;
  if (path.endsWith('.ts')) return `/** ${what} of Lumen's client, made up. */\n`;
  return path.endsWith('.py') ? `"""${what} of Lumen, a made-up library."""\n` : `# ${what} of Lumen, made up.\n`;
}

function pieceOf(path: string, subject: string, count: number): string {
  const name = subject
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 40);
  if (path.endsWith('.py'))
    return `\n\ndef ${name}_${count}(state):\n    """${subject}."""\n    return state.after(${count})\n`;
  if (/\.(cu|h)$/.test(path))
    return `\n// ${subject}.\n__device__ int ${name}_${count}(int lane) { return lane ^ ${count}; }\n`;
  if (path.endsWith('.ts'))
    return `\n/** ${subject}. */\nexport function ${name}_${count}(): number {\n  return ${count};\n}\n`;
  return path.endsWith('.md') ? `\nNote ${count}: ${subject.toLowerCase()}.\n` : `# ${count}: ${subject}\n`;
}
