import type { Period } from './digest-period.ts';
import type { HealthPart } from './health-part.ts';
import type { MeasuredParts } from './measured-parts.ts';

/** What could go wrong, without naming anybody. */
export interface Risks {
  knowledge: KnowledgeRisk | null;
  load: LoadRisk | null;
  /** Whose people wrote more than half of what was changed; null where no organisation did. */
  organisation: { name: string; share: number } | null;
  /** Regulars of whom nothing was heard for half of `people.inactiveAfter`, and those of them since whom that is so since this period. */
  quiet: { all: number; fresh: number; regulars: number } | null;
}

export interface KnowledgeRisk {
  /** Touched in the last year, and those that at most one person who is still there knows. */
  files: number;
  filesAtRisk: number;
  /** As it was in the digest before; null where there was none. */
  filesAtRiskBefore: number | null;
  /** Most of what one person alone holds first. */
  directories: { directory: string; files: number; filesAtRisk: number }[];
}

export interface LoadRisk {
  /** How many people work could lie on, and how many of them hold more than they may. */
  people: number;
  overloaded: number;
  capacity: number;
  /** What the most loaded holds, and how much of all. */
  most: number;
  mostShare: number;
  /** Held beyond capacity, of all that is held. */
  beyond: number;
  held: number;
}

const MOST_DIRECTORIES = 10;
const PERIOD_DAYS = { weekly: 7, monthly: 31 } as const;

interface Around {
  period: Period;
  capacity: number;
  silentDays: number;
  before: Risks | null;
}

export function risksOf(
  { health, activity, partners }: { [Name in keyof MeasuredParts]?: MeasuredParts[Name] },
  { period, capacity, silentDays, before }: Around,
): Risks | null {
  if (health === undefined && activity === undefined && partners === undefined) return null;
  const freshDays = silentDays + PERIOD_DAYS[period.cadence];
  return {
    knowledge: health === undefined ? null : knowledgeRisk(health, before),
    load: health === undefined ? null : loadRisk(health, capacity),
    organisation: partners === undefined ? null : organisationRisk(partners),
    quiet:
      activity === undefined
        ? null
        : {
            all: activity.quietDays.length,
            fresh: activity.quietDays.filter((days) => days < freshDays).length,
            regulars: activity.regulars,
          },
  };
}

/** Directories that hold one another tell the same: the deepest that still has most of it stands for all. */
function knowledgeRisk({ directories }: HealthPart, before: Risks | null): KnowledgeRisk | null {
  const whole = directories.find(({ directory }) => directory === '');
  if (whole === undefined || whole.filesAtRisk === 0) return null;
  const held = directories.filter(
    ({ directory, busFactor, filesAtRisk }) => directory !== '' && busFactor <= 1 && filesAtRisk > 0,
  );
  const apart = held.filter(({ directory }) => !held.some((other) => directory.startsWith(`${other.directory}/`)));
  const sorted = apart.toSorted((a, b) => b.filesAtRisk - a.filesAtRisk || (a.directory < b.directory ? -1 : 1));
  return {
    files: whole.files,
    filesAtRisk: whole.filesAtRisk,
    filesAtRiskBefore: before?.knowledge?.filesAtRisk ?? null,
    directories: sorted
      .slice(0, MOST_DIRECTORIES)
      .map(({ directory, files, filesAtRisk }) => ({ directory, files, filesAtRisk })),
  };
}

const HALF = 0.5;

function organisationRisk({
  organisations,
  dependence: { leading },
}: MeasuredParts['partners']): Risks['organisation'] {
  const name = organisations.find(({ key }) => key === leading?.organisation)?.name;
  return leading === null || name === undefined || leading.share <= HALF ? null : { name, share: leading.share };
}

/** null where nobody holds more than they may. */
function loadRisk({ load }: HealthPart, capacity: number): LoadRisk | null {
  const over = load.people.filter(({ open }) => open > capacity);
  if (over.length === 0) return null;
  return {
    people: load.people.length,
    overloaded: over.length,
    capacity,
    most: Math.max(...over.map(({ open }) => open)),
    mostShare: load.mostShare ?? 0,
    beyond: over.reduce((sum, { open }) => sum + open - capacity, 0),
    held: load.people.reduce((sum, { open }) => sum + open, 0),
  };
}
