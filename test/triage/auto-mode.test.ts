import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { ItemKind, SuggestedItem } from '../../src/domain/suggested-item.ts';
import type { RankedLabel, RankedPerson, Suggestion } from '../../src/domain/suggestion.ts';
import { additionsOf, afterAdditions, standingOf } from '../../src/triage/auto-mode.ts';
import { aReading } from '../fakes/github.ts';

const AT = '2026-06-01T00:00:00.000Z';

function labels(...names: string[]): RankedLabel[] {
  return names.map((name) => ({ name, probability: 0.9, reasons: [] }));
}

function people(...logins: string[]): RankedPerson[] {
  return logins.map((login) => ({ login, score: 1, probability: 0.9, reasons: [] }));
}

function said(over: Partial<Suggestion>): Suggestion {
  return { labels: [], assignees: [], reviewers: [], related: [], ...over };
}

function anItem(kind: ItemKind, subject: string, over: Partial<SuggestedItem> = {}): SuggestedItem {
  const times = { firstSaidAt: AT, lastSaidAt: AT };
  return {
    ...{ kind, subject, probability: 0.9, reasons: [], shown: true, native: false },
    ...times,
    applied: { at: AT, by: null },
    outcome: null,
    ...over,
  };
}

const config = { ...defaultConfig, labels: { ...defaultConfig.labels, max: 10 } };

describe('additionsOf', () => {
  it('takes what is sure enough, up to three labels, one assignee and two reviewers', () => {
    const everything = said({
      labels: labels('a', 'b', 'c', 'd'),
      assignees: people('ada', 'bo'),
      reviewers: people('cy', 'di', 'eve'),
    });

    expect(additionsOf(everything, [], { ...config, reviewers: { ...config.reviewers, max: 10 } })).toEqual({
      labels: ['a', 'b', 'c'],
      assignees: ['ada'],
      reviewers: ['cy', 'di'],
    });
  });

  it('leaves out labels that only a text model speaks for, which have no past', () => {
    const byModel = { name: 'a', probability: 1, reasons: [{ kind: 'fits-name' as const }] };

    expect(additionsOf(said({ labels: [byModel, ...labels('b')] }), [], config).labels).toEqual(['b']);
  });

  it('keeps to what is configured where that is less', () => {
    const few = { ...config, labels: { ...config.labels, max: 1 }, reviewers: { ...config.reviewers, max: 0 } };

    expect(additionsOf(said({ labels: labels('a', 'b'), reviewers: people('cy') }), [], few)).toEqual({
      labels: ['a'],
      assignees: [],
      reviewers: [],
    });
  });

  it('leaves out what does not reach the wanted precision, such as people of a fallback', () => {
    const unsure = said({ reviewers: people('cy').map((one) => ({ ...one, probability: 0 })) });

    expect(additionsOf(unsure, [], config).reviewers).toEqual([]);
  });

  it('does everything once on a thread, and counts what was done before', () => {
    const before = [anItem('label', 'A'), anItem('label', 'gone')];

    expect(additionsOf(said({ labels: labels('a', 'b', 'c') }), before, config).labels).toEqual(['b']);
    expect(additionsOf(said({ assignees: people('bo') }), [anItem('assignee', 'ada')], config).assignees).toEqual([]);
  });

  it.each(['rejected', 'undone'] as const)('does no more of a kind of which something was %s', (is) => {
    const before = [anItem('label', 'bug', { outcome: { is, by: null, at: AT } })];
    const suggestion = said({ labels: labels('docs'), assignees: people('ada') });

    expect(additionsOf(suggestion, before, config)).toMatchObject({ labels: [], assignees: ['ada'] });
  });
});

describe('afterAdditions', () => {
  it('asks no more about a kind of which something was done', () => {
    const suggestion = said({ labels: labels('bug'), assignees: people('ada', 'bo') });

    expect(afterAdditions(suggestion, { labels: [], assignees: ['ada'], reviewers: [] })).toEqual(
      said({ labels: labels('bug') }),
    );
  });
});

describe('standingOf', () => {
  const none = { labels: [], assignees: [], reviewers: [] };

  it('tells what the app did by itself and what still stands, with the reasons of then', () => {
    const reasons = [{ kind: 'terms' as const, terms: ['crash'] }];
    const items = [
      anItem('label', 'bug', { reasons }),
      anItem('label', 'taken-off'),
      anItem('label', 'commanded', { applied: { at: AT, by: 'bo' } }),
      anItem('label', 'by-a-human', { applied: null }),
      anItem('assignee', 'ada'),
    ];
    const reading = aReading({ labels: ['Bug', 'commanded', 'by-a-human'], assignees: ['ada'] });

    expect(standingOf(items, reading, none)).toEqual({
      labels: [{ name: 'bug', probability: 0.9, reasons }],
      assignees: [{ login: 'ada', score: 0, probability: 0.9, reasons: [] }],
      reviewers: [],
    });
  });

  it('knows what was done since the thread was read', () => {
    expect(standingOf([anItem('label', 'bug')], aReading(), { ...none, labels: ['bug'] }).labels).toHaveLength(1);
  });
});
