const colour = process.stdout.isTTY && !process.env.NO_COLOR;

export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

export function strong(text: string): string {
  return colour ? `\u001b[1m${text}\u001b[0m` : text;
}

export function quiet(text: string): string {
  return colour ? `\u001b[2m${text}\u001b[0m` : text;
}

/** A comment as Markdown with a line at its side; its hidden first line is left out. */
export function quoted(markdown: string): string {
  const lines = markdown.split('\n').filter((line) => !line.startsWith('<!--'));
  while (lines[0] === '') lines.shift();
  return lines.map((line) => quiet('  │ ') + line).join('\n');
}

/** Draws over itself where somebody watches; elsewhere a line now and then. */
export function progressLine(): { update(sentence: string): void; end(): void } {
  let drawnAt = 0;
  let drawn = false;
  const everyMs = process.stdout.isTTY ? 100 : 5_000;
  return {
    update(sentence) {
      if (Date.now() - drawnAt < everyMs) return;
      drawnAt = Date.now();
      drawn = true;
      process.stdout.write(process.stdout.isTTY ? `\r\u001b[2K${sentence}` : `${sentence}\n`);
    },
    end() {
      if (drawn && process.stdout.isTTY) process.stdout.write('\r\u001b[2K');
      drawn = false;
    },
  };
}
