import type { Organisation, PartnersPart } from './partners-part.ts';
import { type SharedSkill, sharedSkills } from './shared-skills.ts';

/** Organisations and skills over all repositories that one viewer may see. */
export interface AllPartners {
  /** Repositories that were measured. */
  repositories: number;
  /** In most repositories first. */
  organisations: OrganisationEverywhere[];
  skills: SharedSkill[];
}

export interface OrganisationEverywhere {
  key: string;
  name: string;
  /** `owner/name`, where it does the largest part of the work first. */
  repositories: { repository: string; share: number }[];
  people: number;
  changes: number;
  reviews: number;
  answers: number;
  /** Acts in the last 90 days, and in the 90 before. */
  last: number;
  before: number;
}

export interface RepositoryPartners {
  repository: string;
  part: PartnersPart;
}

const SHOWN = 200;

export function allPartners(measured: readonly RepositoryPartners[]): AllPartners {
  const found = new Map<string, { rows: { repository: string; row: Organisation }[] }>();
  for (const { repository, part } of measured) {
    for (const row of part.organisations) {
      const { rows } = found.get(row.key) ?? { rows: [] };
      if (rows.length === 0) found.set(row.key, { rows });
      rows.push({ repository, row });
    }
  }
  const organisations = [...found].map(([key, { rows }]) => everywhere(key, rows));
  organisations.sort(
    (a, b) => b.repositories.length - a.repositories.length || workOf(b) - workOf(a) || (a.key < b.key ? -1 : 1),
  );
  const skills = sharedSkills(measured.map(({ repository, part }) => ({ repository, skills: part.skills })));
  return {
    repositories: measured.length,
    organisations: organisations.slice(0, SHOWN),
    skills: skills.slice(0, SHOWN),
  };
}

function everywhere(key: string, rows: { repository: string; row: Organisation }[]): OrganisationEverywhere {
  const sum = (of: (row: Organisation) => number) => rows.reduce((all, { row }) => all + of(row), 0);
  const places = rows.map(({ repository, row }) => ({ repository, share: row.share }));
  const byWork = rows.toSorted((a, b) => workOf(b.row) - workOf(a.row) || (a.repository < b.repository ? -1 : 1));
  return {
    key,
    name: byWork[0]?.row.name ?? key,
    repositories: places.sort((a, b) => b.share - a.share || (a.repository < b.repository ? -1 : 1)),
    people: new Set(rows.flatMap(({ row }) => row.people.map((login) => login.toLowerCase()))).size,
    changes: sum(({ changes }) => changes),
    reviews: sum(({ reviews }) => reviews),
    answers: sum(({ answers }) => answers),
    last: sum(({ trend }) => trend.last),
    before: sum(({ trend }) => trend.before),
  };
}

function workOf({ changes, reviews, answers }: Pick<Organisation, 'changes' | 'reviews' | 'answers'>): number {
  return changes + reviews + answers;
}
