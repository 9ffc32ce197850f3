/** Cholesky factor of a symmetric positive matrix, of which the lower half is given, row after row. */
export function factorised(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let left = matrix[row * size + column] ?? 0;
      for (let at = 0; at < column; at++) {
        left -= (factor[row * size + at] ?? 0) * (factor[column * size + at] ?? 0);
      }
      const diagonal = factor[column * size + column] ?? 1;
      factor[row * size + column] = row === column ? Math.sqrt(left) : left / diagonal;
    }
  }
  return factor;
}

/** Solves for what the matrix takes to `target`. */
export function solveFactorised(factor: Float64Array, target: Float64Array): Float64Array {
  const size = target.length;
  const solved = Float64Array.from(target);
  for (let row = 0; row < size; row++) {
    let left = solved[row] ?? 0;
    for (let at = 0; at < row; at++) left -= (factor[row * size + at] ?? 0) * (solved[at] ?? 0);
    solved[row] = left / (factor[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    let left = solved[row] ?? 0;
    for (let at = row + 1; at < size; at++) left -= (factor[at * size + row] ?? 0) * (solved[at] ?? 0);
    solved[row] = left / (factor[row * size + row] ?? 1);
  }
  return solved;
}
