/** Many products by number, told as logs: a log is taken only where a product grows too large, since logs are slow. */
export interface Products {
  raise(number: number, factor: number): void;
  /** Times a factor. */
  logs(factor: number): Float64Array;
}

const LARGE = 1e100;

export function createProducts(count: number): Products {
  const products = new Float64Array(count).fill(1);
  const logs = new Float64Array(count);
  return {
    raise(number, factor) {
      const product = (products[number] ?? 1) * factor;
      const isLarge = product > LARGE;
      if (isLarge) logs[number] = (logs[number] ?? 0) + Math.log(product);
      products[number] = isLarge ? 1 : product;
    },
    logs(factor) {
      const all = new Float64Array(count);
      for (let number = 0; number < count; number += 1) {
        const product = products[number] ?? 1;
        all[number] = factor * ((logs[number] ?? 0) + (product === 1 ? 0 : Math.log(product)));
      }
      return all;
    },
  };
}
