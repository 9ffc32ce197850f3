import type { Fact } from '../src/domain/fact.ts';
import { seededRandom } from './seeded-random.ts';

export interface CommunitySize {
  people: number;
  /** Reviews, replies and tasks taken. */
  interactions: number;
  /** Each person has one and stays there mostly; it has a directory. */
  circles: number;
}

const START = Date.parse('2022-01-01T00:00:00Z');
const SPAN_MS = 4 * 365 * 86_400_000;
const STAYS = 0.85;

/** A made-up community, the same every time: half of what is done for others are reviews, a few people do most. */
export function madeUpCommunity({ people, interactions, circles }: CommunitySize): Fact[] {
  const random = seededRandom(3);
  const few = (below: number) => Math.floor(random() ** 3 * below);
  const inCircle = Math.floor(people / circles);
  const from = (circle: number) =>
    random() < STAYS ? circle + circles * few(inCircle) : Math.floor(random() * people);
  const login = (person: number) => `person-${person}`;
  const facts: Fact[] = [];
  for (let done = 0, at = 0; done < interactions; at++) {
    // Everybody writes something, so that there are as many people as are asked for.
    const author = at < people ? at : from(Math.floor(random() * circles));
    const circle = author % circles;
    const helpers = [...new Set([from(circle), from(circle), from(circle)])].filter((helper) => helper !== author);
    const time = new Date(START + Math.floor(random() * SPAN_MS)).toISOString();
    const topic = `part-${circle}`;
    done += helpers.length;
    facts.push(
      at % 2 === 0
        ? {
            ...{ kind: 'change', id: `c${at}`, time, author: login(author), reviewers: helpers.map(login) },
            ...{ title: topic, body: '' },
            files: Array.from({ length: 1 + few(6) }, () => ({
              path: `src/${topic}/module-${few(9)}/file-${few(30)}.ts`,
              added: 1,
              deleted: 1,
            })),
          }
        : {
            ...{ kind: 'thread', type: 'issue', id: `${at}`, time, author: login(author), title: topic, body: '' },
            ...{
              labels: [topic],
              assignees: helpers.slice(0, 1).map(login),
              participants: helpers.slice(1).map(login),
            },
            ...{ state: 'closed', closedAt: time, outcome: 'completed' },
          },
    );
  }
  return facts;
}
