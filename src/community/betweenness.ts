import { rested } from '../match/rested.ts';
import { finish, type Steps } from '../match/steps.ts';
import { seededRandom } from './seeded-random.ts';

/** Up to so many people all are sources; of more, so many are drawn. */
export const MOST_SOURCES = 400;
const SEED = 1;
const SOURCES_A_PIECE = 5;

/**
 * Of each node the part of shortest ways between two others that lead over it, 0..1; a way is as long as its steps. It is
 * the mean over the sources, themselves not asked, so that sources drawn by a fixed seed are right on average.
 */
export function betweenness(neighbours: readonly (readonly number[])[], mostSources = MOST_SOURCES): number[] {
  return finish(betweennessSteps(neighbours, mostSources));
}

export function* betweennessSteps(
  neighbours: readonly (readonly number[])[],
  mostSources = MOST_SOURCES,
): Steps<number[]> {
  const n = neighbours.length;
  if (n < 3) return neighbours.map(() => 0);
  const passed = new Float64Array(n);
  const sources = drawn(n, Math.min(n, mostSources));
  const walk = createWalk(neighbours);
  yield* rested(sources, SOURCES_A_PIECE, (source) => walk(source, passed));
  const asked = new Set(sources);
  return Array.from(passed, (sum, node) => {
    const others = asked.has(node) ? asked.size - 1 : asked.size;
    return others > 0 ? sum / (others * (n - 2)) : 0;
  });
}

/** `k` of the numbers below `n`, each as likely as any other; all in order where k is n. */
function drawn(n: number, k: number): number[] {
  const numbers = Array.from({ length: n }, (_, number) => number);
  if (k === n) return numbers;
  const random = seededRandom(SEED);
  for (let at = 0; at < k; at++) {
    const other = at + Math.floor(random() * (n - at));
    [numbers[at], numbers[other]] = [numbers[other] ?? other, numbers[at] ?? at];
  }
  return numbers.slice(0, k);
}

/** The walk of Brandes (2001) from one source: the ways are counted outwards, and their parts added on the way back. */
function createWalk(neighbours: readonly (readonly number[])[]): (source: number, passed: Float64Array) => void {
  const n = neighbours.length;
  const steps = new Int32Array(n);
  const ways = new Float64Array(n);
  const part = new Float64Array(n);

  /** Whoever is reached, the nearest first. */
  function countWays(source: number): number[] {
    steps.fill(-1);
    ways.fill(0);
    steps[source] = 0;
    ways[source] = 1;
    const reached = [source];
    for (const node of reached) goOn(node, reached);
    return reached;
  }

  function goOn(node: number, reached: number[]): void {
    const next = valueAt(steps, node) + 1;
    for (const neighbour of neighbours[node] ?? []) {
      if (steps[neighbour] === -1) {
        steps[neighbour] = next;
        reached.push(neighbour);
      }
      if (steps[neighbour] === next) add(ways, neighbour, valueAt(ways, node));
    }
  }

  function addParts(node: number): void {
    const before = valueAt(steps, node) - 1;
    const coming = (1 + valueAt(part, node)) / valueAt(ways, node);
    for (const neighbour of neighbours[node] ?? []) {
      if (steps[neighbour] === before) add(part, neighbour, valueAt(ways, neighbour) * coming);
    }
  }

  return (source, passed) => {
    part.fill(0);
    for (const node of countWays(source).toReversed()) {
      addParts(node);
      if (node !== source) add(passed, node, valueAt(part, node));
    }
  };
}

function valueAt(values: Float64Array | Int32Array, place: number): number {
  return values[place] ?? 0;
}

function add(sums: Float64Array, place: number, value: number): void {
  sums[place] = valueAt(sums, place) + value;
}
