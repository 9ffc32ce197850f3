import { bar } from './drawn.ts';

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

export interface Step {
  what: string;
  /** Done, from 0 to 1; null where nobody knows how much there is. */
  share: number | null;
  /** What was done so far, such as `1,200 commits`. */
  items: string;
  /** Since it began. */
  seconds: number;
}

/** Too little is done to tell when it ends. */
const TOO_EARLY = 0.02;

/** How far something is: a bar, percent, and how long it still takes if it goes on like this. */
export function progressText({ what, share, items, seconds }: Step): string {
  if (share === null) return `${what}  ${items}`;
  const done = Math.min(1, share);
  const left = done < TOO_EARLY ? '' : `  ${duration((seconds * (1 - done)) / done)} left`;
  return `${what}  ${bar(done, 20)}  ${Math.floor(100 * done)}%  ${items}${left}`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

export interface TimedProgress {
  update(what: string, share: number | null, items: string): void;
  /** What comes now takes its own time. */
  restart(): void;
  end(): void;
}

/** A line of progress that tells how long it still takes. */
export function timedProgress(): TimedProgress {
  const line = progressLine();
  let started = performance.now();
  return {
    update(what, share, items) {
      line.update(progressText({ what, share, items, seconds: (performance.now() - started) / 1000 }));
    },
    restart() {
      started = performance.now();
    },
    end: line.end,
  };
}
