/** The chance that a suggested reviewer is among those who really review, from their share of the scores. */
export function reviewerProbability(share: number): number {
  return logistic(share, 0, 1);
}

/** The same of somebody suggested to take a task. */
export function assigneeProbability(share: number): number {
  return logistic(share, 0, 1);
}

function logistic(share: number, bias: number, slope: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, share));
  return 1 / (1 + Math.exp(-(bias + slope * Math.log(bounded / (1 - bounded)))));
}
