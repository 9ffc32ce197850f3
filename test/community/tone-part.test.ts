import { describe, expect, it } from '@jest/globals';
import { type TonePart, tonePart } from '../../src/community/tone-part.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { finish } from '../../src/match/steps.ts';
import { heard, measuredAt, outburst, quietYear, THIS_WEEK, toneThread, weeksAgo } from './tone-history.ts';

const toneOf = (facts: readonly Fact[]): TonePart => finish(tonePart(measuredAt(facts)));
const weekOf = ({ weeks }: TonePart, ago: number) => weeks.at(-1 - ago);

describe('tonePart', () => {
  it('tells a year of weeks, the present one last, with shares and where they lie', () => {
    const part = toneOf(quietYear());

    expect(part.weeks).toHaveLength(53);
    expect(part.weeks[0]?.week).toBe(weeksAgo(52));
    expect(weekOf(part, 0)).toMatchObject({ week: THIS_WEEK, comments: 20, surging: [] });
    expect(weekOf(part, 3)?.negative?.share).toBeCloseTo(0.05);
    // Wilson, 1 of 20: middle (0.05 + 0.09604) / 1.19208, half 1.96 * sqrt(0.002375 + 0.0024010) / 1.19208.
    expect(weekOf(part, 3)?.negative?.low).toBeCloseTo(0.0089, 3);
    expect(weekOf(part, 3)?.negative?.high).toBeCloseTo(0.2361, 3);
    expect(weekOf(part, 3)?.usual).toEqual({ negative: 0.05, toxic: 0 });
    expect(part).toMatchObject({ threads: 240, surges: [] });
  });

  it('tells of a surge how much more it was than usual, in all and in its topic, and where it was said', () => {
    const part = toneOf([...quietYear(), ...outburst()]);

    // 13 of 50, where 0.05 is usual; chance: (12 + 0.5) / 241 = 0.0519 deviates by sqrt(0.0519 * 0.9481 / 50) = 0.0314.
    const [whole] = part.surges;
    expect(part.surges).toHaveLength(1);
    expect(whole).toMatchObject({ tone: 'negative', topic: null, from: weeksAgo(2), to: weeksAgo(2), comments: 50 });
    expect(whole?.share.share).toBeCloseTo(0.26);
    expect(whole?.usual).toBeCloseTo(0.05);
    expect(whole?.z).toBeCloseTo(0.21 / 0.0314, 1);
    expect(whole?.threads.map(({ id }) => id)).toEqual(['1000', '1001', '1002', '1003', '1004']);
    expect(weekOf(part, 2)?.surging).toEqual(['negative']);
  });

  it('tells of a topic that surges beside what is usual in it', () => {
    const before = Array.from({ length: 10 }, (_, n) =>
      toneThread(2_000 + n, [heard(3 + n, 20, 1)], { labels: ['login'] }),
    );
    const surges = toneOf([...before, ...outburst({ labels: ['login'] })]).surges;

    expect(surges.map(({ topic }) => topic)).toEqual([null, { kind: 'label', name: 'login' }]);
  });

  it('gives no thread as an example that would tell of a person', () => {
    const few = outburst({ participants: ['ann', 'bob'] });
    const alike = outburst().map((thread, n) => ({ ...thread, id: String(3_000 + n), tones: [heard(2, 6, 6)] }));
    const short = outburst().map((thread, n) => ({ ...thread, id: String(4_000 + n), tones: [heard(2, 2, 1)] }));

    const quiet = quietYear().map((thread) => ({ ...thread, participants: [] }));

    expect(toneOf([...quiet, ...few, ...alike, ...short]).surges).toMatchObject([{ topic: null, threads: [] }]);
  });

  it('tells of no surge in weeks in which people spoke on one or two threads only', () => {
    const before = quietYear().filter(({ tones }) => tones?.[0]?.week !== weeksAgo(2));
    const two = [5_000, 5_001].map((id) => toneThread(id, [heard(2, 15, 8)]));
    const third = toneThread(5_002, [heard(2, 1)]);

    expect(toneOf([...before, ...two]).surges).toEqual([]);
    expect(toneOf([...before, ...two, third]).surges).toHaveLength(1);
  });

  it('tells topics of the last twelve whole weeks, where many comments of several threads are known', () => {
    const rare = [toneThread(6_000, [heard(1, 40)], { labels: ['one thread'] })];

    expect(toneOf([...quietYear(), ...rare]).topics).toEqual([
      expect.objectContaining({
        kind: 'label',
        name: 'bug',
        comments: 120,
        negative: expect.objectContaining({ share: 0.1 }),
      }),
      expect.objectContaining({
        kind: 'label',
        name: 'docs',
        comments: 120,
        negative: expect.objectContaining({ share: 0 }),
      }),
    ]);
  });

  it('knows directories by the paths that titles name', () => {
    const change: Fact = {
      kind: 'change',
      id: 'c1',
      time: `${weeksAgo(30)}T00:00:00Z`,
      author: 'ann',
      reviewers: [],
      files: [{ path: 'src/login/form.ts', added: 1, deleted: 0 }],
      title: 'Add it',
      body: '',
    };
    const named = Array.from({ length: 6 }, (_, n) =>
      toneThread(7_000 + n, [heard(1 + n, 6, 1)], { title: 'src/login/form.ts fails' }),
    );

    expect(toneOf([change, ...named]).topics.map(({ kind, name }) => `${kind} ${name}`)).toContain(
      'directory src/login',
    );
  });

  it('keeps a share back where fewer than ten comments are known', () => {
    const part = toneOf([toneThread(1, [heard(1, 9, 4)]), toneThread(2, [heard(2, 10, 4)])]);

    expect(weekOf(part, 1)).toMatchObject({ comments: 9, negative: null, toxic: null });
    expect(weekOf(part, 2)?.negative?.share).toBeCloseTo(0.4);
  });

  it('tells beside it how a text model heard those that it was asked about', () => {
    const asked = { ...heard(1, 20, 1), byModel: { comments: 12, negative: 6, toxic: 0 } };
    const few = { ...heard(2, 20, 1), byModel: { comments: 9, negative: 6, toxic: 0 } };
    const part = toneOf([toneThread(1, [asked]), toneThread(2, [few])]);

    expect(weekOf(part, 1)).toMatchObject({
      negative: { share: 0.05 },
      byModel: { comments: 12, negative: { share: 0.5 } },
    });
    expect(weekOf(part, 2)?.byModel).toBeNull();
  });

  it('names nobody, and tells nothing of threads of which nothing was told', () => {
    const part = toneOf([...quietYear(), ...outburst(), toneThread(9_000, undefined)]);

    expect(JSON.stringify(part)).not.toMatch(/"(?:ann|bob|cas)"/);
    expect(part.threads).toBe(245);
    expect(toneOf([toneThread(1, undefined)])).toMatchObject({ threads: 0, topics: [], surges: [] });
  });
});
