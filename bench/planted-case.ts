import type { ChangeFact, Fact, ThreadFact } from '../src/domain/fact.ts';
import { seededRandom } from './seeded-random.ts';

/** A made-up world whose truth is known: who is how good at what, and what they did because of it. */
export interface PlantedCase {
  facts: Fact[];
  at: number;
  people: string[];
  tasks: PlantedTask[];
  /** How good somebody is at a task, 0..1. */
  truth(login: string, task: PlantedTask): number;
}

export interface PlantedTask {
  fact: ThreadFact;
  topics: [string, string];
}

const AT = Date.parse('2026-01-01T00:00:00Z');
const DAY_MS = 86_400_000;
const PEOPLE = 100;
const HISTORIES = 20;
const PROJECTS = 50;
const TASKS = 10;
const ARTICLES = 1000;
const TOPICS = 40;
const STRONG_TOPICS = 4;
const TOPICS_OF_PROJECT = 4;
const SPAN_DAYS = 540;

/** The sizes of the founding paper: 100 people with 20 histories each, 50 projects of 10 tasks, 1,000 articles. */
export function plantedCase(seed: number): PlantedCase {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const topics = numbered('topic', TOPICS);
  const people = numbered('person', PEOPLE);
  const skills = new Map(people.map((login) => [login, plantedSkills(topics, random)]));
  const skill = (login: string, topic: string) => skills.get(login)?.get(topic) ?? 0;
  const projects = numbered('project', PROJECTS).map((name) => ({
    name,
    topics: some(topics, TOPICS_OF_PROJECT, below),
  }));
  const facts: Fact[] = [];
  const stamp = (days: number) => new Date(AT - Math.floor(days * DAY_MS)).toISOString();
  const nextId = () => `${facts.length + 1}`;

  for (const login of people) {
    for (let at = 0; at < HISTORIES; at++) {
      // Who is good at something does it more often.
      const project = weighed(projects, (one) => sumOf(one.topics, (topic) => skill(login, topic) ** 2), random);
      const topic = weighed(project.topics, (one) => skill(login, one) ** 2, random);
      const place = { project: project.name, topic, id: nextId(), days: random() * SPAN_DAYS };
      if (at % 2 === 0) {
        const others = people.filter((one) => one !== login);
        const reviewer = weighed(others, (one) => skill(one, topic) ** 2, random);
        facts.push(aChange(login, reviewer, place, stamp));
      } else {
        const isFinished = random() < 0.2 + 0.8 * skill(login, topic);
        facts.push(aThread([topic, topic], people[below(PEOPLE)] ?? login, { ...place, stamp, login, isFinished }));
      }
    }
  }
  const tasks = projects.flatMap(({ name, topics: own }) =>
    Array.from({ length: TASKS }, (): PlantedTask => {
      const pair = some(own, 2, below) as [string, string];
      const place = { project: name, topic: pair[0], id: nextId(), days: random() * 30 };
      const fact = aThread(pair, 'asker', { ...place, stamp, login: null, isFinished: false });
      facts.push(fact);
      return { fact, topics: pair };
    }),
  );
  for (let at = 0; at < ARTICLES; at++) {
    const topic = topics[below(TOPICS)] ?? '';
    facts.push({ kind: 'document', id: `articles/${at}.md`, url: `articles/${at}.md`, title: topic, body: topic });
  }
  const truth = (login: string, { topics: pair }: PlantedTask) => sumOf(pair, (topic) => skill(login, topic)) / 2;
  return { facts, at: AT, people, tasks, truth };
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${name}${String(at + 1).padStart(3, '0')}`);
}

/** A few topics somebody is good at; of the others they know a little. */
function plantedSkills(topics: string[], random: () => number): Map<string, number> {
  const strong = new Set(some(topics, STRONG_TOPICS, (count) => Math.floor(random() * count)));
  return new Map(topics.map((topic) => [topic, strong.has(topic) ? 0.6 + 0.4 * random() : 0.2 * random()]));
}

function some<Item>(items: readonly Item[], count: number, below: (count: number) => number): Item[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(below(left.length), 1)).flat();
}

function weighed<Item>(items: readonly Item[], weight: (item: Item) => number, random: () => number): Item {
  let left = random() * sumOf(items, weight);
  for (const item of items) {
    left -= weight(item);
    if (left <= 0) return item;
  }
  const last = items.at(-1);
  if (last === undefined) throw new Error('nothing to choose from');
  return last;
}

function sumOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

interface Place {
  project: string;
  topic: string;
  id: string;
  /** Days ago. */
  days: number;
}

function aChange(
  author: string,
  reviewer: string,
  { project, topic, id, days }: Place,
  stamp: (days: number) => string,
): ChangeFact {
  const files = [{ path: `${project}/src/${topic}.ts`, added: 10, deleted: 2 }];
  return { kind: 'change', id, time: stamp(days), author, reviewers: [reviewer], files, title: topic, body: '' };
}

function aThread(
  [one, other]: [string, string],
  author: string,
  told: Place & { stamp: (days: number) => string; login: string | null; isFinished: boolean },
): ThreadFact {
  const { project, id, days, stamp, login, isFinished } = told;
  return {
    ...{ kind: 'thread', type: 'issue', id, time: stamp(days), author, body: '', labels: [project] },
    title: one === other ? `${one} in ${project}` : `${one} and ${other} in ${project}`,
    ...{ assignees: login === null ? [] : [login], participants: [] },
    state: isFinished ? 'closed' : 'open',
    closedAt: isFinished ? stamp(days / 2) : null,
    outcome: isFinished ? 'completed' : null,
  };
}
