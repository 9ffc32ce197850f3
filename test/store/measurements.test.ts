import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { HealthPart } from '../../src/community/health-part.ts';
import { PARTS_FORM } from '../../src/community/measured-parts.ts';
import type { RepositoryRef } from '../../src/domain/thread-ref.ts';
import { createStore } from '../../src/store/open-store.ts';
import { aHealthPart } from '../community/a-health-part.ts';
import { openTestDatabase } from './open-test-database.ts';

const engine: RepositoryRef = { installationId: 7, owner: 'Acme', repo: 'engine' };
const wing: RepositoryRef = { installationId: 7, owner: 'acme', repo: 'wing' };
const AT = '2026-06-01T00:00:00.000Z';
const LATER = '2026-06-02T00:00:00.000Z';

describe('measurements', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    for (const table of ['former_names', 'repositories']) await database.pool.query(`delete from commscore.${table}`);
    for (const ref of [engine, wing]) await store().repositorySince(ref);
  });

  const store = () => createStore(database.pool);

  async function keep(ref: RepositoryRef, at: string, over: Partial<HealthPart> = {}, begun?: number): Promise<void> {
    const from = begun ?? (await store().beginMeasuring(ref)) ?? -1;
    await store().saveMeasurement(ref, 'health', { at, body: aHealthPart(over), begun: from });
  }

  it('are read as they were kept, the latest of each repository', async () => {
    const threads = { open: 3, finished: 2, dropped: 1 };
    await keep(engine, AT);
    await keep(engine, LATER, { threads });
    await keep(engine, AT);

    expect(await store().measuredAt({ owner: 'ACME', repo: 'Engine' }, 'health')).toBe(LATER);
    expect(await store().readMeasurement(engine, 'health')).toEqual({ at: LATER, body: aHealthPart({ threads }) });
    expect(await store().readMeasurement(wing, 'health')).toBeNull();
  });

  it('keep whatever people have written', async () => {
    const stalled = aHealthPart().stalled.map((thread) => ({ ...thread, title: `a "title" \u{1f600} \u0000 <b>` }));
    await keep(engine, AT, { stalled });

    expect((await store().readMeasurement(engine, 'health'))?.body.stalled).toMatchObject([
      { title: 'a "title" \u{1f600} \ufffd <b>' },
    ]);
  });

  it('are found for all repositories of an owner, and of an installation', async () => {
    await keep(engine, AT);
    await keep(wing, LATER);

    expect(await store().readMeasurementsOf('aCme', 'health')).toMatchObject([
      { ...engine, at: AT },
      { ...wing, at: LATER },
    ]);
    expect(await store().readMeasurementsOfInstallation(7, 'health')).toHaveLength(2);
    expect(await store().readMeasurementsOfInstallation(8, 'health')).toEqual([]);
  });

  it('are removed with those that were begun before, but not with later ones', async () => {
    const before = await store().beginMeasuring(engine);
    await keep(engine, AT);

    await store().removeMeasurements(engine);
    expect(await store().readMeasurement(engine, 'health')).toBeNull();

    await keep(engine, LATER, {}, before ?? -1);
    expect(await store().readMeasurement(engine, 'health')).toBeNull();

    await keep(engine, LATER);
    expect(await store().measuredAt(engine, 'health')).toBe(LATER);
  });

  it('go with the repository, and none is kept of one that is gone', async () => {
    await keep(engine, AT);
    await store().forgetRepository(engine);

    expect(await store().beginMeasuring(engine)).toBeNull();
    await keep(engine, AT, {}, 0);
    await store().repositorySince(engine);
    expect(await store().readMeasurement(engine, 'health')).toBeNull();
  });

  it('follow the repository under another name', async () => {
    await keep(engine, AT);
    await store().renameRepository({ ...engine, repo: 'turbine' }, engine);

    expect(await store().measuredAt({ owner: 'acme', repo: 'turbine' }, 'health')).toBe(AT);
    expect(await store().measuredAt(engine, 'health')).toBeNull();
  });

  it('of another form count as none, and the next one replaces them though it is no later', async () => {
    await keep(engine, LATER);
    await database.pool.query('update commscore.measurements set form = $1', [PARTS_FORM - 1]);

    expect(await store().readMeasurement(engine, 'health')).toBeNull();
    await keep(engine, AT);
    expect(await store().measuredAt(engine, 'health')).toBe(AT);
  });

  describe('are due', () => {
    const due = async () =>
      (await store().repositoriesToMeasure({ parts: ['health'], before: AT })).map(({ repo }) => repo);

    it('where the history was read and nothing was measured yet', async () => {
      await store().saveLearning(engine, 'learnt');
      await store().saveLearning(wing, 'running');

      expect(await due()).toEqual(['engine']);
    });

    it('where they are old, or something was learnt since', async () => {
      const now = new Date().toISOString();
      await store().saveLearning(engine, 'learnt');
      await store().saveLearning(wing, 'failed');
      await keep(engine, '2026-05-31T23:59:59.000Z');
      await keep(wing, now);
      expect(await due()).toEqual(['engine']);

      await keep(engine, now);
      expect(await due()).toEqual([]);

      await database.pool.query('update commscore.measurements set measured_at = $1', [LATER]);
      await store().addFacts(wing, [{ kind: 'person', login: 'ann', organisation: null, bot: false }], 'keep');
      expect(await due()).toEqual(['wing']);
    });

    it('not while the installation is suspended', async () => {
      await store().saveLearning(engine, 'learnt');
      await store().suspend(7);
      expect(await due()).toEqual([]);
      await store().resume(7);
      expect(await due()).toEqual(['engine']);
    });
  });
});
