import type { RepositoryConfig } from '../config/repository-config.ts';
import type { Acceptance } from '../domain/acceptance.ts';
import { type Advice, adviceOf } from './digest-advice.ts';
import { isWithin, type Moved, movedIn } from './digest-moved.ts';
import type { Period } from './digest-period.ts';
import { type Ranked, rankingOf } from './digest-ranking.ts';
import { type Risks, risksOf } from './digest-risks.ts';
import { type Waits, waitsOf } from './digest-waits.ts';
import type { FirstContribution } from './first-contributions.ts';
import type { Forecast } from './forecast.ts';
import type { MeasuredParts } from './measured-parts.ts';
import { inactiveDays, silentAfter } from './silence.ts';

/** What one digest says, as data: plain JSON, without words. A section of which nothing is known is null. */
export interface Digest {
  period: Period;
  /** null where what happened was not measured. */
  moved: { now: Moved; before: Moved } | null;
  newcomers: FirstContribution[];
  waits: Waits | null;
  risks: Risks | null;
  /** Of all that is open; `open` as of when it was measured. */
  forecast: (Forecast & { open: number }) | null;
  /** Those that are due first. */
  milestones: PlannedMilestone[];
  /** What would change most first. */
  advice: Advice[];
  /** How suggestions fared; kinds and labels on which people decided. */
  acceptance: Acceptance[];
  /** Only where the configuration asks for it. */
  ranking: Ranked[] | null;
}

export interface PlannedMilestone extends Forecast {
  title: string;
  open: number;
  /** Chance that it is closed when it is due, 0..1; null where it is not due at a time. */
  byDue: number | null;
}

const MOST_MILESTONES = 5;

export interface DigestSource {
  period: Period;
  /** Parts that were measured; one that was not is absent. */
  parts: { [Name in keyof MeasuredParts]?: MeasuredParts[Name] };
  acceptance: readonly Acceptance[];
  /** Of the period before, where one was made. */
  before: Digest | null;
  config: { capacity: number; silentDays: number; rankings: boolean };
}

/** What of a repository's configuration a digest goes by. */
export function digestRules({
  people,
  community,
}: Pick<RepositoryConfig, 'people' | 'community'>): DigestSource['config'] {
  return {
    capacity: people.capacity,
    silentDays: silentAfter(inactiveDays({ people })),
    rankings: community.rankings,
  };
}

export function digestOf(source: DigestSource): Digest {
  const { period, parts, acceptance, before, config } = source;
  const { activity, health } = parts;
  const moved = activity === undefined ? null : movedIn(activity, period);
  const waits = health === undefined ? null : waitsOf(health);
  const risks = risksOf(parts, { ...config, period, before: before?.risks ?? null });
  const decided = acceptance.filter((one) => one.decided > 0 || one.silent !== null);
  return {
    period,
    moved,
    newcomers: (activity?.newcomers ?? []).filter(({ at }) => isWithin(at.slice(0, 10), period)),
    waits,
    risks,
    forecast: health === undefined ? null : { ...health.forecast, open: health.threads.open },
    milestones: (health?.milestones ?? [])
      .slice(0, MOST_MILESTONES)
      .map(({ title, open, byDue, forecast }) => ({ ...forecast, title, open, byDue })),
    advice: adviceOf({ moved, waits, risks, acceptance, open: health?.threads.open ?? 0 }),
    acceptance: decided,
    ranking: config.rankings && activity !== undefined ? rankingOf(activity, period) : null,
  };
}

/** Nothing happened, and there is nothing to say of how things stand. */
export function isQuiet({ moved, newcomers, advice }: Digest): boolean {
  if (newcomers.length > 0 || advice.length > 0) return false;
  return moved === null || moved.now.opened + moved.now.ended === 0;
}
