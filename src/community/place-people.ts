import { UndirectedGraph } from 'graphology';
import circlepackModule from 'graphology-layout/circlepack.js';
import forceAtlasModule from 'graphology-layout-forceatlas2';
import noverlapModule from 'graphology-layout-noverlap';
import type { Steps } from '../match/steps.ts';
import { rounded } from './rounded.ts';
import { seededRandom } from './seeded-random.ts';

export interface ToPlace {
  group: number | null;
  /** Radius, in the units of the places. */
  size: number;
}

export interface Place {
  x: number;
  y: number;
}

/** The wider side of all places is so long. */
export const SPAN = 1000;
/** Free room around everybody. */
const MARGIN = 3;
const ROUNDS = 400;
const ROUNDS_A_PIECE = 10;
const SEED = 1;

// Their types say `default`, what is loaded is the function itself.
const circlepack = circlepackModule as unknown as typeof circlepackModule.default;
const forceAtlas = forceAtlasModule as unknown as typeof forceAtlasModule.default;
const noverlap = noverlapModule as unknown as typeof noverlapModule.default;

type Drawing = UndirectedGraph<Place & { group: string; size: number }, { weight: number }>;

/**
 * Where each stands in a drawing, so that those who have much to do with each other are near: ForceAtlas2 from circles of
 * the groups on, then moved apart until nobody covers another. The same for the same people and ties.
 */
export function* placePeople(
  people: readonly ToPlace[],
  ties: Iterable<{ from: number; to: number; weight: number }>,
): Steps<Place[]> {
  if (people.length === 0) return [];
  const drawing: Drawing = new UndirectedGraph();
  for (const [at, { group, size }] of people.entries()) {
    drawing.addNode(at, { x: 0, y: 0, size, group: String(group) });
  }
  for (const { from, to, weight } of ties) {
    drawing.updateEdge(from, to, (before) => ({ weight: (before.weight ?? 0) + Math.log2(1 + weight) }));
  }
  circlepack.assign(drawing, { hierarchyAttributes: ['group'], rng: seededRandom(SEED) });
  const settings = { ...forceAtlas.inferSettings(drawing), barnesHutOptimize: false, gravity: 0.5 };
  for (let round = 0; round < ROUNDS; round += ROUNDS_A_PIECE) {
    forceAtlas.assign(drawing, { iterations: ROUNDS_A_PIECE, settings, getEdgeWeight: 'weight' });
    yield;
  }
  spread(drawing);
  noverlap.assign(drawing, { maxIterations: 100, settings: { margin: MARGIN, ratio: 1, speed: 3, gridSize: 20 } });
  spread(drawing);
  return people.map((_, at) => {
    const { x, y } = drawing.getNodeAttributes(at);
    return { x: rounded(x, 1), y: rounded(y, 1) };
  });
}

/** To a box whose longer side is SPAN. */
function spread(drawing: Drawing): void {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  drawing.forEachNode((_, { x, y }) => {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  });
  const scale = SPAN / (Math.max(right - left, bottom - top) || 1);
  drawing.updateEachNodeAttributes((_, place) => ({
    ...place,
    x: (place.x - left) * scale,
    y: (place.y - top) * scale,
  }));
}
