import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

describe('docs/architecture.md', () => {
  const text = readFileSync('docs/architecture.md', 'utf8');

  it('names every room', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());

    expect(rooms.filter(({ name }) => !text.includes(`\`${name}/\``)).map(({ name }) => name)).toEqual([]);
  });

  it('points only to files that are there', () => {
    const files = [...text.matchAll(/\]\(\.\.\/([^)#]+)\)/g)].map(([, file = '']) => file);

    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(() => readFileSync(file)).not.toThrow();
  });
});
