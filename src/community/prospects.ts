import type { AreaKnowledge } from './area-knowledge.ts';
import type { AreaNeed } from './area-needs.ts';
import type { OrganisationAsks } from './organisation-asks.ts';
import type { OrganisationWork } from './organisation-work.ts';
import type { AreaFit, Prospect } from './partner-candidates.ts';

export interface ProspectSources {
  /** By key. */
  works: ReadonlyMap<string, OrganisationWork>;
  needs: ReadonlyMap<string, AreaNeed>;
  knowledge: AreaKnowledge;
  asks: OrganisationAsks;
  nameOf(organisation: string): string;
  /** The organisation that somebody belongs to now. */
  presentOf(person: number): string | null;
}

/** Every organisation whose people did anything here, with how it stands to each area that wants people. */
export function prospects({ works, needs, knowledge, asks, nameOf, presentOf }: ProspectSources): Prospect[] {
  const fits = new Map<string, AreaFit[]>();
  for (const [area, need] of needs) {
    const known = knownBy(knowledge, area, presentOf);
    for (const [organisation] of asks.idleDays()) {
      const asked = asks.of(organisation).get(area);
      const knowers = known.get(organisation);
      if (asked === undefined && knowers === undefined) continue;
      const fit: AreaFit = { area, ...need, known: 0, people: 0, ...knowers, asked: 0, threads: 0 };
      if (asked !== undefined) Object.assign(fit, { asked: asked.weight, threads: asked.threads });
      const ofOne = fits.get(organisation) ?? [];
      if (ofOne.length === 0) fits.set(organisation, ofOne);
      ofOne.push(fit);
    }
  }
  return [...fits].map(([organisation, areas]) => ({
    organisation,
    name: nameOf(organisation),
    work: works.get(organisation) ?? null,
    idleDays: asks.idleDays().get(organisation) ?? Number.POSITIVE_INFINITY,
    fits: areas,
  }));
}

/** What those who know the area did there, and how many they are. */
function knownBy(
  knowledge: AreaKnowledge,
  area: string,
  presentOf: (person: number) => string | null,
): Map<string, { known: number; people: number }> {
  const found = new Map<string, { known: number; people: number }>();
  for (const person of knowledge.knowers(area)) {
    const organisation = presentOf(person);
    if (organisation === null) continue;
    const before = found.get(organisation) ?? { known: 0, people: 0 };
    const known = before.known + (knowledge.of(area).get(person) ?? 0);
    found.set(organisation, { known, people: before.people + 1 });
  }
  return found;
}
