import type { Split, SplitOrder } from '../domain/data-set.ts';

/** A row and when it happened. */
export interface Placed<Row> {
  row: Row;
  /** ISO 8601 UTC; null where it cannot be read. */
  time: string | null;
  /** Its place in the source. */
  order: number;
}

/** Of ten rows so many come before the validation split, and before the test split. */
const VALIDATION_FROM = 8;
const TEST_FROM = 9;
const FEWEST = 10;

/**
 * Oldest to train, newest to test; what was filed at one moment is never split. Where times do not tell enough the order
 * of the source counts, if that is one of time. null: too few rows, or nothing tells their order.
 */
export function splitByTime<Row>(
  rows: readonly Placed<Row>[],
  { inOrder }: { inOrder: boolean },
): { splits: Split<Row>[]; order: SplitOrder } | null {
  if (rows.length < FEWEST) return null;
  const timed = rows.every(({ time }) => time !== null) || !inOrder;
  const byTime = timed ? cut(rows, ({ time }) => time) : null;
  if (byTime?.every((split) => split.rows.length > 0)) return { splits: byTime, order: 'time' };
  return inOrder ? { splits: cut(rows, ({ order }) => order), order: 'told' } : null;
}

/** Rows without a place are left out. */
function cut<Row, Place extends string | number>(
  rows: readonly Placed<Row>[],
  placeOf: (row: Placed<Row>) => Place | null,
): Split<Row>[] {
  const sorted = rows
    .flatMap((placed) => {
      const at = placeOf(placed);
      return at === null ? [] : [{ at, row: placed.row }];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const start = (tenths: number) => {
    const first = sorted[Math.round((sorted.length * tenths) / 10)];
    return first === undefined ? sorted.length : sorted.findIndex(({ at }) => at === first.at);
  };
  const [validation, test] = [start(VALIDATION_FROM), start(TEST_FROM)];
  const rowsFrom = (from: number, to: number) => sorted.slice(from, to).map(({ row }) => row);
  return [
    { name: 'train', rows: rowsFrom(0, validation) },
    { name: 'validation', rows: rowsFrom(validation, test) },
    { name: 'test', rows: rowsFrom(test, sorted.length) },
  ];
}

/** Whether one happened before the other, as far as that is known. */
export function isBefore(one: Omit<Placed<unknown>, 'row'>, other: Omit<Placed<unknown>, 'row'>): boolean {
  if (one.time !== null && other.time !== null && one.time !== other.time) return one.time < other.time;
  return one.order < other.order;
}
