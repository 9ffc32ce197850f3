import { describe, expect, it } from '@jest/globals';
import type { ItemKind, ItemOutcome, SuggestedItem } from '../../src/domain/suggested-item.ts';
import { judgeItems } from '../../src/triage/judge-items.ts';
import type { ThreadReading } from '../../src/triage/thread-reading.ts';
import { aReading } from '../fakes/github.ts';

const NOW = new Date('2026-06-01T00:00:00Z');
const AT = NOW.toISOString();

function anItem(kind: ItemKind, subject: string, over: Partial<SuggestedItem> = {}): SuggestedItem {
  return {
    kind,
    subject,
    probability: 0.9,
    reasons: [],
    shown: true,
    native: false,
    firstSaidAt: AT,
    lastSaidAt: AT,
    applied: null,
    outcome: null,
    ...over,
  };
}

const bug = anItem('label', 'bug');
const ada = anItem('assignee', 'ada');
const cy = anItem('reviewer', 'cy');
const applied = { applied: { at: AT, by: null } };

function outcomes(items: SuggestedItem[], reading: ThreadReading): (ItemOutcome | 'open')[] {
  const settled = judgeItems(items, reading, NOW);
  return items.map(({ subject }) => settled.find((one) => one.subject === subject)?.outcome ?? 'open');
}

describe('judgeItems', () => {
  it('leaves open what nobody acted on', () => {
    expect(outcomes([bug, ada], aReading())).toEqual(['open', 'open']);
  });

  it('tells when it was settled, and of nobody that they did it', () => {
    expect(judgeItems([bug], aReading({ labels: ['Bug'] }), NOW)).toEqual([
      { kind: 'label', subject: 'bug', outcome: 'accepted', by: null, at: AT },
    ]);
  });

  it.each<[string, SuggestedItem, ThreadReading, ItemOutcome]>([
    ['a label that a human put on', bug, aReading({ labels: ['bug'] }), 'accepted'],
    ['a person whom a human assigned', ada, aReading({ assignees: ['Ada'] }), 'accepted'],
    ['a reviewer who was asked', cy, aReading({ type: 'pull' }, { reviewers: ['cy'] }), 'accepted'],
    ['another label in its place', bug, aReading({ labels: ['docs'] }), 'changed'],
    ['somebody else in their place', ada, aReading({ assignees: ['bo'] }), 'changed'],
    ['a label that a human took off', bug, aReading({ unlabelled: ['bug'] }), 'rejected'],
    ['a person who was taken off', ada, aReading({}, { declined: ['ada'] }), 'rejected'],
    ['a thread that closed without it', bug, aReading({ state: 'closed' }), 'ignored'],
  ])('settles %s', (_, item, reading, outcome) => {
    expect(outcomes([item], reading)).toEqual([outcome]);
  });

  it('takes what a bot did for no answer of people', () => {
    const byBots = { labels: ['bug', 'triaged-by-bot'], people: [] };

    expect(outcomes([bug], aReading({ labels: ['bug'] }, { byBots }))).toEqual(['open']);
    expect(outcomes([bug], aReading({ labels: ['triaged-by-bot'] }, { byBots }))).toEqual(['open']);
  });

  it('takes a label that tells how a thread is dealt with for no other choice', () => {
    expect(outcomes([bug], aReading({ labels: ['help wanted'] }))).toEqual(['open']);
    expect(outcomes([anItem('label', 'help wanted')], aReading({ labels: ['help wanted'] }))).toEqual(['accepted']);
  });

  it('takes what it applied itself for no choice of people, and for accepted once the thread is closed', () => {
    const byBots = { labels: ['bug'], people: [] };
    const own = anItem('label', 'bug', applied);

    expect(outcomes([own, anItem('label', 'docs')], aReading({ labels: ['bug'] }, { byBots }))).toEqual([
      'open',
      'open',
    ]);
    expect(outcomes([own], aReading({ labels: ['bug'], state: 'closed' }, { byBots }))).toEqual(['accepted']);
    expect(outcomes([own], aReading({ unlabelled: ['bug'] }))).toEqual(['rejected']);
  });

  it('takes what a person had applied by a command for what they want', () => {
    const commanded = anItem('label', 'bug', { applied: { at: AT, by: 'bo' } });
    const byBots = { labels: ['bug'], people: [] };

    expect(outcomes([commanded, anItem('label', 'docs')], aReading({ labels: ['bug'] }, { byBots }))).toEqual([
      'accepted',
      'changed',
    ]);
  });

  it('follows people who change their minds, and says only what is news', () => {
    const changed = anItem('label', 'bug', { outcome: { is: 'changed', by: null, at: AT } });
    const accepted = anItem('label', 'bug', { outcome: { is: 'accepted', by: null, at: AT } });

    expect(outcomes([changed], aReading({ labels: ['docs'] }))).toEqual(['open']);
    expect(outcomes([changed], aReading({ labels: ['bug', 'docs'] }))).toEqual(['accepted']);
    expect(outcomes([accepted], aReading({ unlabelled: ['bug'] }))).toEqual(['rejected']);
    expect(outcomes([changed], aReading({ state: 'closed' }))).toEqual(['open']);
  });

  it.each(['rejected', 'undone'] as const)('never takes back that it was %s', (is) => {
    const item = anItem('assignee', 'ada', { outcome: { is, by: 'bo', at: AT } });

    expect(outcomes([item], aReading({ assignees: ['ada'] }))).toEqual(['open']);
  });

  it('asks of related content only whether the original of a duplicate was among it, once a thread', () => {
    const related = [anItem('related', '3', { probability: 0.6 }), anItem('related', '4', { probability: 0.2 })];

    expect(outcomes(related, aReading({ state: 'closed' }))).toEqual(['open', 'open']);
    expect(outcomes(related, aReading({ duplicateOf: '4' }))).toEqual(['open', 'accepted']);
    expect(outcomes(related, aReading({ duplicateOf: '9' }))).toEqual(['changed', 'open']);
    expect(outcomes(related, aReading({ duplicateOf: null }))).toEqual(['open', 'open']);
  });
});
