import { describe, expect, it } from '@jest/globals';
import { partnersReader } from '../src/app-partners.ts';
import type { ReadPart } from '../src/app-parts.ts';
import { partnersPart } from '../src/community/partners-part.ts';
import { finish } from '../src/match/steps.ts';
import { measuredInput } from './community/measured.ts';
import { linkedFacts } from './community/partners-facts.ts';

const part = finish(partnersPart(measuredInput(linkedFacts)));
const [app, lib] = [
  { owner: 'acme', repo: 'app' },
  { owner: 'acme', repo: 'lib' },
];

/** Repositories that were measured at these times, and how often a part was read. */
function measuredAtTimes(times: Record<string, string>) {
  const reads: string[] = [];
  const read = (async ({ repo }: { repo: string }) => {
    reads.push(repo);
    const at = times[repo];
    return at === undefined ? null : { at, body: part };
  }) as ReadPart;
  return { reads, read, store: { measuredAt: async ({ repo }: { repo: string }) => times[repo] ?? null } };
}

describe('partners over several repositories', () => {
  it('are put together once, and anew when one of them was measured again', async () => {
    const times: Record<string, string> = { app: '2026-06-01T00:00:00.000Z' };
    const { reads, read, store } = measuredAtTimes(times);
    const partners = partnersReader(store, read);

    const first = await partners([app, lib]);
    expect(await partners([app, lib])).toBe(first);
    expect([first.repositories, reads]).toEqual([1, ['app', 'lib']]);

    times.lib = '2026-06-01T01:00:00.000Z';
    expect((await partners([app, lib])).repositories).toBe(2);
    expect(reads).toHaveLength(4);
  });

  it('are of those repositories alone that were asked for', async () => {
    const at = '2026-06-01T00:00:00.000Z';
    const { read, store } = measuredAtTimes({ app: at, lib: at });
    const partners = partnersReader(store, read);

    const [both, one] = [await partners([app, lib]), await partners([lib])];

    expect([both.repositories, one.repositories]).toEqual([2, 1]);
    expect(JSON.stringify(one)).not.toContain('acme/app');
  });

  it('are kept of the last few only', async () => {
    const at = '2026-06-01T00:00:00.000Z';
    const { reads, read, store } = measuredAtTimes({ app: at, lib: at });
    const partners = partnersReader(store, read, 1);

    for (const repository of [app, app, lib, app]) await partners([repository]);

    expect(reads).toEqual(['app', 'lib', 'app']);
  });
});
