/** Many products by number, told as logs: a log is taken only where a product grows too large, since logs are slow. */
export interface Products {
  raise(number: number, factor: number): void;
  log(number: number): number;
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
    log: (number) => (logs[number] ?? 0) + Math.log(products[number] ?? 1),
  };
}
