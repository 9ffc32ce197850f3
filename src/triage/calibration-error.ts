export interface Calibration {
  count(probability: number, right: boolean): void;
  /** Mean gap between what was promised and what came true, over tenths of probability; 0 is perfect. */
  error(): number;
}

const BINS = 10;

export function createCalibration(): Calibration {
  const bins = Array.from({ length: BINS }, () => ({ promised: 0, right: 0 }));
  let counted = 0;
  return {
    count(probability, right) {
      const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
      if (bin === undefined) return;
      bin.promised += probability;
      bin.right += right ? 1 : 0;
      counted++;
    },
    error: () => bins.reduce((sum, { promised, right }) => sum + Math.abs(promised - right), 0) / Math.max(1, counted),
  };
}
