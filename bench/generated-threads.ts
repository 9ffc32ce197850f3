import type { ThreadFact } from '../src/domain/fact.ts';
import { seededRandom } from './seeded-random.ts';

const START = Date.parse('2020-01-01T00:00:00Z');
const BETWEEN_MS = 20 * 60_000;

/** As many threads as are wanted out of real ones, the same every time: the title of one, half a body each of two others. */
export function* generatedThreads(real: readonly ThreadFact[], count: number): Generator<ThreadFact> {
  const random = seededRandom(7);
  const any = (): ThreadFact | undefined => real[Math.floor(random() * real.length)];
  for (let at = 0; at < count; at++) {
    const titled = any();
    if (titled === undefined) return;
    yield {
      ...titled,
      id: String(at + 1),
      time: new Date(START + at * BETWEEN_MS).toISOString(),
      title: mixed(titled.title, any()?.title ?? '', random),
      body: halfOf(any()?.body ?? '', 0) + halfOf(any()?.body ?? '', 1),
    };
  }
}

/** Every fourth word is taken from elsewhere, so that no title is there twice. */
function mixed(title: string, other: string, random: () => number): string {
  const others = other.split(' ');
  return title
    .split(' ')
    .map((word) => (random() < 0.25 ? (others[Math.floor(random() * others.length)] ?? word) : word))
    .join(' ');
}

function halfOf(body: string, which: 0 | 1): string {
  const middle = body.indexOf(' ', body.length / 2);
  if (middle === -1) return body;
  return which === 0 ? body.slice(0, middle) : body.slice(middle);
}
