import { describe, expect, it } from '@jest/globals';
import type { MeasuredInput } from '../../src/community/measured-input.ts';
import { type PartnersPart, partnersPart } from '../../src/community/partners-part.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { finish } from '../../src/match/steps.ts';
import { latestOfEach, seededRandom, shuffled, smallHistory } from '../match/small-history.ts';
import { aChange, aThread } from './interaction-facts.ts';
import { measuredInput } from './measured.ts';
import { partnersFacts as facts, person } from './partners-facts.ts';

const partOf = (facts: readonly Fact[], given: Partial<MeasuredInput> = {}): PartnersPart =>
  finish(partnersPart(measuredInput(facts, given)));

describe('partners', () => {
  it('are told by what they do, decayed and weighted', () => {
    const { organisations, unaffiliated } = partOf(facts);

    expect(
      organisations.map(({ key, name, changes, reviews, answers, share, people }) => ({
        ...{ key, name, changes, reviews, answers, share, people },
      })),
    ).toEqual([
      { key: 'acme', name: 'acme.com', changes: 1.5, reviews: 2, answers: 0, share: 0.56, people: ['Ann', 'bob'] },
      { key: 'globex', name: 'Globex', changes: 1, reviews: 0.5, answers: 0.25, share: 0.28, people: ['cas'] },
    ]);
    expect(unaffiliated).toMatchObject({ changes: 1, reviews: 0, answers: 0, share: 0.16, people: ['dee'] });
  });

  it('have areas in which they do what others do not', () => {
    const [acme] = partOf(facts).organisations;

    // Of all work in docs, 0.25 + 0.25 for the change of half a year ago and 1 of dee, a sixth is Acme's.
    expect(acme?.areas.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'directory src',
      'topic queue',
      'directory docs',
    ]);
    expect(acme?.areas[0]?.share).toBeCloseTo(3.25 / 4.5, 9);
    expect(acme?.areas[2]?.share).toBeCloseTo(0.25 / 1.5, 9);
  });

  it('have a trend over 90 days and a year of months', () => {
    const [acme] = partOf(facts).organisations;

    expect(acme?.trend).toEqual({
      ...{ last: 3, before: 0, direction: 'rising' },
      months: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 3],
    });
  });

  it('may be depended on', () => {
    const { dependence, directories } = partOf(facts);

    expect(dependence).toEqual({
      ...{ changes: 3.5, factor: 2 },
      leading: { organisation: 'acme', share: 1.5 / 3.5 },
      concentration: expect.closeTo((1.5 ** 2 + 1 + 1) / 3.5 ** 2, 9),
    });
    expect(directories.map(({ directory, leading, factor }) => ({ directory, leading, factor }))).toEqual(
      ['src', 'src/queue'].map((directory) => ({
        ...{ directory, factor: 1 },
        leading: { organisation: 'acme', share: 1.25 / 2.25 },
      })),
    );
  });

  it('cooperate where help goes both ways', () => {
    const { ties, pairs, across } = partOf(facts).cooperation;

    expect(ties).toEqual([
      { from: 'acme', to: 'acme', reviewed: 1, replied: 0 },
      { from: 'acme', to: 'globex', reviewed: 1, replied: 0 },
      { from: 'globex', to: 'acme', reviewed: 0.5, replied: 0 },
      { from: 'globex', to: 'initech', reviewed: 0, replied: 0.5 },
    ]);
    expect(pairs).toEqual([
      { one: 'acme', other: 'globex', given: 1, got: 0.5, exchange: expect.closeTo(2 / 3, 9) },
      { one: 'globex', other: 'initech', given: 0.5, got: 0, exchange: 0 },
    ]);
    expect(across).toBeCloseTo(2 / 3, 9);
  });

  it('are found among those who ask for what waits', () => {
    const waits = { area: { kind: 'topic', name: 'queue' }, open: 1, weeks: null };

    expect(partOf(facts).candidates).toEqual([
      {
        ...{ organisation: 'initech', name: 'initech' },
        score: expect.closeTo(1 / 3, 9),
        reasons: [{ kind: 'asks', threads: 1, ...waits }],
      },
    ]);
  });

  it('are found among those who know where work waits, do more of it, and review nothing yet', () => {
    const fay = person('fay', { organisation: 'Hooli' });
    const own = [1, 2, 3].map((age) => aChange('fay', [], age, ['lib/parser/read.ts']));
    const others = Array.from({ length: 20 }, () => aChange('Ann', ['bob'], 1, ['src/queue/a.ts']));
    const waiting = { ...aThread('dee', {}, 0), title: 'The parser fails' };
    const { candidates } = partOf([...facts, fay, ...own, ...others, waiting]);

    const waits = { area: { kind: 'topic', name: 'parser' }, open: 1, weeks: null };
    expect(candidates.find(({ name }) => name === 'Hooli')?.reasons).toEqual([
      { kind: 'knows', people: 1, ...waits },
      { kind: 'acts', perMonth: 1, direction: 'rising' },
      { kind: 'no-reviews' },
    ]);
  });

  it('may be other repositories that several people point to where something waits', () => {
    const link = (author: string, body: string) => ({ ...aThread(author, {}, 0), title: 'The queue leaks', body });
    const { repositories } = partOf([
      ...facts,
      link('eve', 'See https://github.com/globex/broker and globex/broker#12.'),
      link('dee', 'Like Globex/broker#3'),
      link('eve', 'Also initech/spam#1'),
      link('eve', 'Again initech/spam#2'),
    ]);

    expect(repositories).toEqual([
      {
        ...{ repository: 'Globex/broker', host: 'github.com', threads: 2, score: expect.closeTo(2 / 3, 9) },
        fits: [{ area: { kind: 'topic', name: 'queue' }, threads: 2, open: 5, weeks: null }],
      },
    ]);
  });

  it('keep who knows what and has room, for other repositories', () => {
    expect(partOf(facts).skills).toEqual([
      { kind: 'topic', name: 'queue', open: 1, weeks: null, knowers: 3, free: ['Ann', 'bob', 'cas'] },
    ]);
    const settings = new Map([['ann', { awayUntil: '2026-02-01T00:00:00Z', capacity: null, optedOut: false }]]);
    expect(partOf(facts, { settings }).skills[0]?.free).toEqual(['bob', 'cas']);
  });

  it('leave people out as if they had done nothing', () => {
    const part = partOf(facts, { leftOut: (login) => login === 'Ann' });

    expect(JSON.stringify(part)).not.toContain('Ann');
    expect(part.organisations.find(({ key }) => key === 'acme')).toMatchObject({ changes: 0, reviews: 1 });
    expect(part.dependence.changes).toBe(2);
  });

  it('are a function of the set of facts', () => {
    const told = latestOfEach(smallHistory(12, 400)).filter(({ kind }) => kind !== 'person');
    const authors = new Set(told.flatMap((fact) => ('author' in fact && fact.author !== null ? [fact.author] : [])));
    const members = [...authors].map((login, at) => person(login, { organisation: `Company ${at % 3}` }));
    const history = [...told, ...members];

    expect(partOf(history).organisations.length).toBeGreaterThan(1);
    for (const seed of [1, 2]) expect(partOf(shuffled(history, seededRandom(seed)))).toEqual(partOf(history));
  });

  it('are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(partOf(facts)))).toEqual(partOf(facts));
  });

  it('have nothing to tell of nothing', () => {
    expect(partOf([])).toEqual({
      months: expect.any(Array),
      ...{
        allOrganisations: 0,
        organisations: [],
        unaffiliated: null,
        directories: [],
        candidates: [],
        repositories: [],
        skills: [],
      },
      dependence: { changes: 0, leading: null, factor: 0, concentration: 0 },
      cooperation: { ties: [], pairs: [], across: null },
    });
  });
});
