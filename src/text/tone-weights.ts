/** Logistic weights of the parts of `moodVector`: fitted to comments labelled by hand, as docs/algorithms.md tells. */
export const BIAS = -4;
export const WEIGHTS = [6.9, 1.6, 0, 6.1, -1, 3, 8];
