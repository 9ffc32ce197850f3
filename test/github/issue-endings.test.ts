import { describe, expect, it } from '@jest/globals';
import { fixedBy, issueOutcome } from '../../src/github/issue-endings.ts';
import { issueNode } from '../../src/github/thread-nodes.ts';

const own = { owner: 'acme', repo: 'hello' };
const here = { name: 'Hello', owner: { login: 'acme' } };
const elsewhere = { name: 'other', owner: { login: 'acme' } };

function closed(closing: object, given: { stateReason?: string; labels?: string[]; state?: string } = {}) {
  const { stateReason = 'COMPLETED', labels = [], state = 'CLOSED' } = given;
  const time = '2026-01-01T00:00:00Z';
  return issueNode.parse({
    ...{
      number: 1,
      title: '',
      body: '',
      createdAt: time,
      updatedAt: time,
      closedAt: time,
      locked: false,
      author: null,
    },
    ...{ state, stateReason, labels: { nodes: labels.map((name) => ({ name })) }, closings: { nodes: [closing] } },
  });
}

describe('what fixed an issue', () => {
  it.each<[string, object, object]>([
    ['a merged pull', { number: 7, merged: true, repository: here }, { fixedBy: { kind: 'pull', id: '7' } }],
    ['a commit', { oid: 'abc', repository: here }, { fixedBy: { kind: 'commit', id: 'abc' } }],
    ['no pull that was only closed', { number: 7, merged: false, repository: here }, {}],
    ['no pull of another repository', { number: 7, merged: true, repository: elsewhere }, {}],
    ['no project', {}, {}],
  ])('is %s', (_title, closer, expected) => {
    expect(fixedBy(closed({ closer }), own)).toEqual(expected);
  });

  it('is nothing while it is open again', () => {
    const closer = { number: 7, merged: true, repository: here };

    expect(fixedBy(closed({ closer }, { state: 'OPEN' }), own)).toEqual({});
  });
});

describe('how an issue ended', () => {
  const bot = { actor: { __typename: 'Bot' }, closer: null };

  it.each(['stale', 'lifecycle/rotten', 'No Response'])('is not done where a bot closed it as %s', (name) => {
    expect(issueOutcome(closed(bot, { labels: [name] }))).toBe('not-planned');
  });

  it('is done where a bot merged a fix, where a human closed it, and where nothing calls it stale', () => {
    const fix = { actor: bot.actor, closer: { number: 7, merged: true, repository: here } };
    const human = { actor: { __typename: 'User' }, closer: null };

    expect(issueOutcome(closed(fix, { labels: ['stale'] }))).toBe('completed');
    expect(issueOutcome(closed(human, { labels: ['stale'] }))).toBe('completed');
    expect(issueOutcome(closed(bot, { labels: ['stalemate'] }))).toBe('completed');
  });
});
