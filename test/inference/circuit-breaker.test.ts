import { describe, expect, it } from '@jest/globals';
import { circuitBreaker } from '../../src/inference/circuit-breaker.ts';

const aBreaker = () => circuitBreaker({ failures: 3, pauseMs: 60_000 });

describe('circuitBreaker', () => {
  it('lets everything through until so many failures came in a row', () => {
    const breaker = aBreaker();

    expect([breaker.failed(0), breaker.failed(0), breaker.succeeded()]).toEqual([false, false, false]);
    expect([breaker.failed(0), breaker.failed(0)]).toEqual([false, false]);
    expect(breaker.mayAsk(0)).toBe(true);
    expect(breaker.failed(0)).toBe(true);
    expect(breaker.mayAsk(59_999)).toBe(false);
  });

  it('lets one try after the pause, and all when that succeeded', () => {
    const breaker = aBreaker();
    for (let i = 0; i < 3; i++) breaker.failed(0);

    expect([breaker.mayAsk(60_000), breaker.mayAsk(60_000)]).toEqual([true, false]);
    expect(breaker.succeeded()).toBe(true);
    expect([breaker.mayAsk(60_001), breaker.mayAsk(60_001)]).toEqual([true, true]);
  });

  it('pauses again when the try failed, without announcing it', () => {
    const breaker = aBreaker();
    for (let i = 0; i < 3; i++) breaker.failed(0);
    breaker.mayAsk(60_000);

    expect(breaker.failed(61_000)).toBe(false);
    expect(breaker.mayAsk(120_999)).toBe(false);
    expect(breaker.mayAsk(121_000)).toBe(true);
  });

  it('lets another try where the one let through was never asked', () => {
    const breaker = aBreaker();
    for (let i = 0; i < 3; i++) breaker.failed(0);
    breaker.mayAsk(60_000);

    breaker.notAsked();

    expect(breaker.mayAsk(60_000)).toBe(true);
  });

  it('pauses at once for as long as the server asks, but for an hour at most', () => {
    const breaker = aBreaker();
    const long = aBreaker();

    expect([breaker.failed(0, 5_000), long.failed(0, 1e12)]).toEqual([true, true]);

    expect([breaker.mayAsk(4_999), breaker.mayAsk(5_000)]).toEqual([false, true]);
    expect([long.mayAsk(3_599_999), long.mayAsk(3_600_000)]).toEqual([false, true]);
  });
});
