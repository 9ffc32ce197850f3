import type { DrawnPerson, GraphPart } from '../community/graph-part.ts';
import { formOf } from './graph-form.ts';
import { graphWords } from './graph-words.ts';
import { type Html, html } from './html.ts';
import { decimals, personPath } from './people-table.ts';
import type { View } from './view.ts';

/** A line between two people, whichever way the ties between them go; people by their place in `nodes`. */
interface Line {
  one: number;
  other: number;
  weight: number;
}

const MARGIN = 30;
/** Names of so many are always shown; on a phone of those who are marked as the most influential. */
const NAMED = 14;
const MOST = 5;

/** The network without a script; `browser/network.js` makes it move. `asked` is drawn so that it stands out, as are their ties. */
export function graphDrawing(part: GraphPart, asked: DrawnPerson | null, view: View): Html {
  const { nodes } = part;
  const lines = linesOf(part);
  const own = asked === null ? -1 : nodes.indexOf(asked);
  const near = new Set(
    lines.flatMap(({ one, other }) => (one === own || other === own ? [one === own ? other : one] : [])),
  );
  const right = Math.max(...nodes.map(({ x }) => x)) + MARGIN;
  const bottom = Math.max(...nodes.map(({ y }) => y)) + MARGIN;
  const box = `${-MARGIN} ${-MARGIN} ${Math.ceil(right + MARGIN)} ${Math.ceil(bottom + MARGIN)}`;
  return html`<svg class="network${own < 0 ? '' : ' asked'}" id="network" viewBox="${box}" role="group" aria-label="${graphWords[view.language].drawing}" aria-describedby="network-how">
<g class="moved">
<g class="ties" aria-hidden="true">
${lines.flatMap((line) => lineView(line, { part, own }) ?? [])}</g>
<g class="persons">
${nodes.map((node, at) => personMark(node, { at, state: stateOf(at, own, near), part, view }))}</g>
<g class="numbers" aria-hidden="true">
${part.groups.flatMap((group, at) => groupNumber({ at, colour: group.colour }, nodes) ?? [])}</g>
</g>
</svg>`;
}

/** Ties of both ways are one line, the weakest below. */
function linesOf({ nodes, edges }: GraphPart): Line[] {
  const placeOf = new Map(nodes.map(({ login }, place) => [login, place]));
  const lines = new Map<number, Line>();
  for (const { from, to, weight } of edges) {
    const [a, b] = [placeOf.get(from), placeOf.get(to)];
    if (a === undefined || b === undefined) continue;
    const [one, other] = [Math.min(a, b), Math.max(a, b)];
    const key = one * nodes.length + other;
    lines.set(key, { one, other, weight: weight + (lines.get(key)?.weight ?? 0) });
  }
  return [...lines.values()].sort((a, b) => a.weight - b.weight);
}

function lineView({ one, other, weight }: Line, { part, own }: { part: GraphPart; own: number }): Html | null {
  const [a, b] = [part.nodes[one], part.nodes[other]];
  if (a === undefined || b === undefined) return null;
  const lit = one === own || other === own ? ' lit' : '';
  return html`<path class="${width(weight)}${lit}" data-ends="${one} ${other}" d="M${a.x} ${a.y}L${b.x} ${b.y}"/>\n`;
}

function width(weight: number): string {
  if (weight < 1) return 'w1';
  if (weight < 4) return 'w2';
  return weight < 16 ? 'w3' : 'w4';
}

function stateOf(at: number, own: number, near: ReadonlySet<number>): string {
  if (at === own) return ' lit';
  return near.has(at) ? ' near' : '';
}

function personMark(
  { login, group, influence, x, y, radius }: DrawnPerson,
  { at, state, part, view }: { at: number; state: string; part: GraphPart; view: View },
): Html {
  const colour = group === null ? 'alone' : `c${part.groups[group]?.colour ?? 0}`;
  const named = at < NAMED ? ` named${at < MOST ? ' most' : ''}` : '';
  const told = graphWords[view.language].person({
    login,
    group: group === null ? null : group + 1,
    influence: decimals(influence, 1, view),
  });
  return html`<a class="${colour}${named}${state}" href="${personPath(login, view)}" tabindex="-1" transform="translate(${x} ${y})" data-login="${login}" data-x="${x}" data-y="${y}" aria-label="${told}"><title>${told}</title><g><path d="${formOf(group, radius)}"/><text y="${Math.round(-radius - 5)}">${login}</text></g></a>\n`;
}

/** In the middle of its people; nothing of a group of whom nobody is drawn. */
function groupNumber({ at, colour }: { at: number; colour: number }, nodes: readonly DrawnPerson[]): Html | null {
  const people = nodes.filter(({ group }) => group === at);
  if (people.length < 3) return null;
  const middle = (of: 'x' | 'y') => {
    const sorted = people.map((person) => person[of]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return html`<text class="c${colour}" x="${middle('x')}" y="${middle('y')}" dy=".35em">${at + 1}</text>\n`;
}
