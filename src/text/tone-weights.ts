/** Logistic weights of the parts of `moodVector`: fitted to comments labelled by hand, as docs/algorithms.md tells. */
export const BIAS = -4.3;
export const WEIGHTS = [4.3, 4.6, 0, 6.5, -1.2, 4, 4];
