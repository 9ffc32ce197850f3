import { describe, expect, it } from '@jest/globals';
import { partReader } from '../src/app-parts.ts';
import type { Measured } from '../src/community/measured-parts.ts';
import type { MeasurementStore } from '../src/store/measurement-store.ts';
import { aHealthPart } from './community/a-health-part.ts';

const ref = { owner: 'Acme', repo: 'engine' };
const same = { owner: 'acme', repo: 'Engine' };

/** What is kept of each repository, and how often it was read in full. */
function kept(parts: Record<string, Measured<'health'>>) {
  const reads: string[] = [];
  const store = {
    measuredAt: async ({ repo }) => parts[repo.toLowerCase()]?.at ?? null,
    async readMeasurement({ repo }) {
      reads.push(repo.toLowerCase());
      return (parts[repo.toLowerCase()] ?? null) as never;
    },
  } satisfies Pick<MeasurementStore, 'measuredAt' | 'readMeasurement'>;
  return { reads, store };
}

const measured = (at: string, open = 1): Measured<'health'> => {
  return { at, body: aHealthPart({ threads: { open, finished: 0, dropped: 0 } }) };
};

describe('reading what was measured', () => {
  it('takes it from the database once, and anew when it was measured again', async () => {
    const parts = { engine: measured('2026-06-01T00:00:00.000Z') };
    const { reads, store } = kept(parts);
    const read = partReader(store);

    await read(ref, 'health');
    expect(await read(same, 'health')).toEqual(parts.engine);
    expect(reads).toEqual(['engine']);

    parts.engine = measured('2026-06-01T01:00:00.000Z', 2);
    expect((await read(ref, 'health'))?.body.threads.open).toBe(2);
    expect(reads).toEqual(['engine', 'engine']);
  });

  it('shows nothing once it was removed', async () => {
    const parts: Record<string, Measured<'health'>> = { engine: measured('2026-06-01T00:00:00.000Z') };
    const read = partReader(kept(parts).store);
    await read(ref, 'health');

    delete parts.engine;

    expect(await read(ref, 'health')).toBeNull();
  });

  it('keeps only the last ones in memory', async () => {
    const at = '2026-06-01T00:00:00.000Z';
    const { reads, store } = kept({ engine: measured(at), wing: measured(at), tail: measured(at) });
    const read = partReader(store, 2);

    for (const repo of ['engine', 'wing', 'engine', 'tail', 'engine', 'wing'])
      await read({ owner: 'acme', repo }, 'health');

    expect(reads).toEqual(['engine', 'wing', 'tail', 'wing']);
  });
});
