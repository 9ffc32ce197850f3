export interface Progress {
  update(sentence: string): void;
  /** Clears the line, so that what follows starts on a clean one. */
  end(): void;
}

const REDRAW_MS = 100;

/** One line on stderr that is drawn over itself; nothing where nobody watches. */
export function progressLine(out: NodeJS.WriteStream = process.stderr): Progress {
  if (!out.isTTY) return { update: () => undefined, end: () => undefined };
  let drawnAt = 0;
  return {
    update(sentence) {
      if (Date.now() - drawnAt < REDRAW_MS) return;
      drawnAt = Date.now();
      out.write(`\r\u001b[2K${sentence.slice(0, out.columns - 1)}`);
    },
    end: () => void out.write('\r\u001b[2K'),
  };
}
