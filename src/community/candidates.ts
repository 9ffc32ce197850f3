import type { Task } from '../domain/task.ts';
import type { KnownWork } from '../match/known-work.ts';
import { readiness } from '../match/match-shares.ts';
import { daysBetween } from '../match/score-decay.ts';
import { skills } from '../match/skill.ts';
import { neededActs } from '../match/skill-evidence.ts';

/** Who could take a task, and how free they are. */
export interface CandidateRules {
  /** Open issues and pulls that one person may hold. */
  capacity: number;
  /** Who may take it; absent: everybody. */
  allowed?: (login: string) => boolean;
  /** Whether somebody is here; absent: everybody is. */
  available?: (login: string) => boolean;
}

/** One who has some of the skill that a task needs. */
export interface Candidate {
  person: number;
  login: string;
  skill: number;
  readiness: number;
}

export function candidatesFor(work: KnownWork, task: Task, rules: CandidateRules): Candidate[] {
  const { capacity, allowed = () => true, available = () => true } = rules;
  const last = lastActs(work);
  const candidates: Candidate[] = [];
  for (const [person, known] of skills(neededActs(work, task))) {
    const login = work.login(person);
    if (known === 0 || !allowed(login)) continue;
    const idleDays = daysBetween(last.get(person) ?? Number.NEGATIVE_INFINITY, work.at);
    const standing = { idleDays, available: available(login) ? 1 : 0, openLoad: work.openLoad(person), capacity };
    candidates.push({ person, login, skill: known, readiness: readiness(standing) });
  }
  return candidates;
}

/** Time of the last act of each person. */
function lastActs(work: KnownWork): Map<number, number> {
  const last = new Map<number, number>();
  const see = (person: number | null, time: number) => {
    if (person !== null) last.set(person, Math.max(time, last.get(person) ?? time));
  };
  for (const { author, reviewers, time } of work.changes) {
    for (const person of [author, ...reviewers]) see(person, time);
  }
  for (const { author, assignees, participants, time } of work.threads) {
    for (const person of [author, ...assignees, ...participants]) see(person, time);
  }
  return last;
}
