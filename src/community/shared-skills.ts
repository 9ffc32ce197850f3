import { urgency } from './area-needs.ts';
import type { AreaSkill } from './area-skills.ts';
import type { Area } from './areas.ts';

/** What is kept of the skills of one repository. */
export interface RepositorySkills {
  /** `owner/name`. */
  repository: string;
  skills: readonly AreaSkill[];
}

/** A skill that one repository needs and another has people for. */
export interface SharedSkill extends Area {
  /** Only comparable within one answer. */
  score: number;
  /** Where work waits for it, the most urgent first. */
  needs: SkillNeed[];
  /** Who has room, where most have it first. */
  haves: SkillStock[];
}

export interface SkillNeed {
  repository: string;
  open: number;
  /** null: nothing was ever completed. */
  weeks: number | null;
  knowers: number;
}

export interface SkillStock {
  repository: string;
  knowers: number;
  free: string[];
}

/** Less waiting is no need. */
const NEED_WEEKS = 2;

/**
 * Over repositories that one viewer may see: areas by what they are called. A repository with people of its own for an
 * area needs others the less: its urgency is divided by one more than those of them who have room.
 */
export function sharedSkills(repositories: readonly RepositorySkills[]): SharedSkill[] {
  const found = new Map<string, Area & { needs: (SkillNeed & { urgency: number })[]; haves: SkillStock[] }>();
  for (const { repository, skills } of repositories.toSorted((a, b) => (a.repository < b.repository ? -1 : 1))) {
    for (const { kind, name, open, weeks, knowers, free } of skills) {
      const key = `${kind}:${name.toLowerCase()}`;
      const shared = found.get(key) ?? { kind, name, needs: [], haves: [] };
      found.set(key, shared);
      const needed = urgency({ open, weeks }) / (1 + free.length);
      if (open > 0 && (weeks ?? NEED_WEEKS) >= NEED_WEEKS) {
        shared.needs.push({ repository, open, weeks, knowers, urgency: needed });
      }
      if (free.length > 0) shared.haves.push({ repository, knowers, free });
    }
  }
  return [...found.values()]
    .flatMap(sharedSkill)
    .sort((a, b) => b.score - a.score || (`${a.kind}:${a.name}` < `${b.kind}:${b.name}` ? -1 : 1));
}

/** Its score is the most that one repository could get from another one. */
function sharedSkill({
  needs,
  haves,
  ...area
}: Area & { needs: (SkillNeed & { urgency: number })[]; haves: SkillStock[] }): SharedSkill[] {
  let score = 0;
  for (const need of needs) {
    for (const { repository, free } of haves) {
      if (repository !== need.repository) score = Math.max(score, (need.urgency * free.length) / (free.length + 1));
    }
  }
  if (score === 0) return [];
  const urgent = needs.toSorted((a, b) => b.urgency - a.urgency);
  return [
    {
      ...area,
      score,
      needs: urgent.map(({ urgency: _, ...need }) => need),
      haves: haves.toSorted((a, b) => b.free.length - a.free.length || b.knowers - a.knowers),
    },
  ];
}
