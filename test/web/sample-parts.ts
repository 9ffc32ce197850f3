import { madeUpCommunity } from '../../bench/made-up-community.ts';
import type { MeasuredParts, PartName } from '../../src/community/measured-parts.ts';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { finish } from '../../src/match/steps.ts';
import { type MadePart, madeParts, measuredParts } from '../../src/triage/measured-parts.ts';
import { qualityOf } from '../../src/triage/quality.ts';
import type { DashboardData } from '../../src/web/dashboard-data.ts';
import { measuredInput } from '../community/measured.ts';
import { linkedFacts } from '../community/partners-facts.ts';
import { measuredAt, outburst, quietYear } from '../community/tone-history.ts';
import { aRepository, someData } from './sample-data.ts';

const SIZE = { people: 40, interactions: 400, circles: 3 };

/** Parts that a job of their own makes. */
function otherParts(): Omit<MeasuredParts, MadePart> {
  return {
    quality: finish(qualityOf(madeUpCommunity(SIZE).slice(0, 100), defaultConfig, { questions: 20, learnEvery: 20 })),
  };
}

/** What waits: in a milestone, and for long. */
function openThreads(): ThreadFact[] {
  const milestone = { number: 3, title: 'Release 2', dueOn: '2026-03-01T00:00:00Z' };
  return ['person-1', 'person-2', 'person-4'].map((author, i) => ({
    ...{ kind: 'thread', type: 'issue', id: `open-${i}`, time: '2025-11-01T00:00:00.000Z', author, title: 'It waits' },
    ...{ body: '', labels: ['part-1'], assignees: [], participants: [], state: 'open', closedAt: null, outcome: null },
    milestone,
  }));
}

/** Every part, as it is measured of a small made-up community. */
export function sampleParts(): MeasuredParts {
  const input = measuredInput([...madeUpCommunity(SIZE), ...openThreads()]);
  const made = madeParts.map((part) => [part, finish<unknown>(measuredParts[part](input))]);
  const tone = finish(measuredParts.tone(measuredAt([...quietYear(), ...outburst()])));
  const partners = finish(measuredParts.partners(measuredInput(linkedFacts)));
  return { ...(Object.fromEntries(made) as Pick<MeasuredParts, MadePart>), tone, partners, ...otherParts() };
}

export function measuredData(parts: MeasuredParts, over: Partial<DashboardData> = {}): DashboardData {
  return someData({
    // What is shared is shared between two.
    repositories: async () => [aRepository(), aRepository({ repo: 'lib' })],
    measured: async <Name extends PartName>(_repository: unknown, part: Name) => ({
      at: '2026-11-24T03:00:00.000Z',
      body: parts[part],
    }),
    ...over,
  });
}
