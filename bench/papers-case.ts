import type { Fact } from '../src/domain/fact.ts';
import { seededRandom } from './seeded-random.ts';

export const CASE_TIME = Date.parse('2026-01-01T00:00:00Z');
const DAY_MS = 86_400_000;
const PEOPLE = 100;
const HISTORIES = 20;
const PROJECTS = 50;
const TASKS = 10;
const ARTICLES = 1000;

const WORDS = ['index', 'cache', 'retry', 'parser', 'layout', 'login', 'export', 'search', 'upload', 'report'];

export interface PapersCase {
  facts: Fact[];
  /** Two projects of each person, by login. */
  homes: Map<string, string[]>;
  projects: string[];
}

/** 100 people with 20 histories each, 50 projects of 10 tasks, and 1,000 articles; the same for the same seed. */
export function papersCase(seed: number): PapersCase {
  const random = seededRandom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const one = <Item>(items: Item[]): Item => items[below(items.length)] as Item;
  const projects = Array.from({ length: PROJECTS }, (_, at) => `project-${String(at + 1).padStart(2, '0')}`);
  const people = Array.from({ length: PEOPLE }, (_, at) => `p${String(at + 1).padStart(3, '0')}`);
  const homes = new Map(people.map((login) => [login, [one(projects), one(projects)]]));
  const atHome = new Map(
    projects.map((project) => [project, people.filter((each) => homes.get(each)?.includes(project))]),
  );
  const timeIn = (days: number) => CASE_TIME - Math.floor(random() * days * DAY_MS);
  const iso = (time: number) => new Date(time).toISOString();
  const facts: Fact[] = [];

  function change(login: string, project: string, id: string): Fact {
    const time = iso(timeIn(720));
    const files = [one(WORDS), one(WORDS)].map((word) => ({
      path: `${project}/src/${word}.ts`,
      added: 10,
      deleted: 2,
    }));
    const colleagues = atHome.get(project)?.filter((each) => each !== login) ?? [];
    const reviewers = [one(colleagues.length > 0 ? colleagues : people)];
    return { kind: 'change', id, time, author: login, reviewers, files, title: '', body: '' };
  }

  function thread(id: string, project: string, opened: number, assignees: string[], closed: number | null): Fact {
    const [author, helper] = [one(people), one(people)];
    return {
      ...{ kind: 'thread', type: 'issue', id, time: iso(opened), author },
      ...{ title: `${one(WORDS)} and ${one(WORDS)} in ${project}`, body: '', labels: [project], assignees },
      participants: random() < 0.5 ? [author, helper] : [author],
      ...(closed === null
        ? { state: 'open', closedAt: null, outcome: null }
        : { state: 'closed', closedAt: iso(closed), outcome: 'completed' }),
    };
  }

  function history(login: string, at: number): Fact {
    const project = random() < 0.75 ? one(homes.get(login) ?? projects) : one(projects);
    if (at % 2 === 0) return change(login, project, `${login}-${at}`);
    const opened = timeIn(720);
    const closed = random() < 0.8 ? Math.min(CASE_TIME, opened + below(40) * DAY_MS) : null;
    return thread(`${1000 + facts.length}`, project, opened, [login], closed);
  }

  for (const login of people) {
    for (let at = 0; at < HISTORIES; at++) facts.push(history(login, at));
  }
  for (const project of projects) {
    for (let at = 0; at < TASKS; at++) {
      const holders = random() < 0.1 ? [one(people)] : [];
      facts.push(thread(taskId(project, at), project, timeIn(60), holders, null));
    }
  }
  for (let at = 0; at < ARTICLES; at++) {
    const body = `${one(WORDS)} ${one(WORDS)} ${one(WORDS)}`;
    facts.push({ kind: 'document', id: `articles/${at}.md`, url: `articles/${at}.md`, title: one(WORDS), body });
  }
  return { facts, homes, projects };
}

/** Number of a task of a project, from 0. */
export function taskId(project: string, task: number): string {
  return `${Number(project.slice(-2)) * TASKS + task}`;
}
