import { type AreaNeed, urgency } from './area-needs.ts';
import { type Area, areaOf } from './areas.ts';
import { areasApart } from './areas-apart.ts';
import type { OrganisationWork } from './organisation-work.ts';
import type { WorkTrend } from './work-trend.ts';

/** An organisation that would fit what waits, and does not carry the repository yet. */
export interface PartnerCandidate {
  /** Key and name. */
  organisation: string;
  name: string;
  /** Only comparable within one repository. */
  score: number;
  reasons: CandidateReason[];
}

export type CandidateReason =
  /** So many of its people know an area where work waits. */
  | ({ kind: 'knows'; area: Area; people: number } & AreaNeed)
  /** Its people open threads there: they need what it gives. */
  | ({ kind: 'asks'; area: Area; threads: number } & AreaNeed)
  | { kind: 'acts'; perMonth: number; direction: WorkTrend['direction'] }
  /** They change things and review nothing. */
  | { kind: 'no-reviews' };

/** How an organisation stands to an area that wants people. */
export interface AreaFit extends AreaNeed {
  area: string;
  /** Decayed acts of those who know it, and their number. */
  known: number;
  people: number;
  /** Threads opened there, decayed and counted. */
  asked: number;
  threads: number;
}

/** Whoever does so much of all work is a partner already. */
export const PARTNER_SHARE = 0.2;
/** Who did nothing for a year is no prospect. */
const MOST_IDLE_DAYS = 365;
/** To need something is half of knowing it. */
const ASKING = 0.5;
const LEAST_SCORE = 0.1;
const AREAS_SHOWN = 3;
const SHOWN = 20;
const MONTHS_OF_LAST = 3;

export interface Prospect {
  organisation: string;
  name: string;
  work: OrganisationWork | null;
  /** Since anybody of it did anything, opening threads included. */
  idleDays: number;
  fits: AreaFit[];
}

/**
 * Score: over its three best areas, `urgency * a / (a + 1)` summed, where a counts the decayed acts of those who know
 * the area and half of the threads that its people opened there.
 */
export function partnerCandidates(prospects: readonly Prospect[]): PartnerCandidate[] {
  const found = prospects
    .filter(({ work, idleDays }) => (work?.share ?? 0) < PARTNER_SHARE && idleDays <= MOST_IDLE_DAYS)
    .map(candidate)
    .filter(({ score }) => score >= LEAST_SCORE);
  return found.sort((a, b) => b.score - a.score || (a.organisation < b.organisation ? -1 : 1)).slice(0, SHOWN);
}

function candidate({ organisation, name, work, fits }: Prospect): PartnerCandidate {
  const ranked = fits
    .map((fit) => ({ ...fit, fit: urgency(fit) * credit(fit.known + ASKING * fit.asked) }))
    .sort((a, b) => b.fit - a.fit || b.open - a.open || (a.area < b.area ? -1 : 1));
  const best = areasApart(ranked, AREAS_SHOWN, ({ area }) => areaOf(area)).filter(({ fit }) => fit > 0);
  const score = best.reduce((sum, { fit }) => sum + fit, 0);
  return { organisation, name, score, reasons: [...best.map(areaReason), ...workReasons(work)] };
}

function areaReason({ area, people, threads, open, weeks }: AreaFit): CandidateReason {
  const where = { area: areaOf(area), open, weeks };
  return people > 0 ? { kind: 'knows', people, ...where } : { kind: 'asks', threads, ...where };
}

function workReasons(work: OrganisationWork | null): CandidateReason[] {
  if (work === null) return [];
  const { last, direction } = work.trend;
  const acts: CandidateReason[] = last > 0 ? [{ kind: 'acts', perMonth: last / MONTHS_OF_LAST, direction }] : [];
  return work.changes > 0 && work.reviews === 0 ? [...acts, { kind: 'no-reviews' }] : acts;
}

/** The first act tells most. */
function credit(acts: number): number {
  return acts / (acts + 1);
}
