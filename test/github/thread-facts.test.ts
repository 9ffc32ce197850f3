import { describe, expect, it } from '@jest/globals';
import { discussionFact, issueFact } from '../../src/github/thread-facts.ts';
import { discussionNode, issueNode } from '../../src/github/thread-nodes.ts';

const ada = { __typename: 'User', login: 'ada' };
const answered = {
  number: 5,
  title: 'How?',
  body: '',
  createdAt: '2026-06-01T00:00:00Z',
  updatedAt: '2026-06-02T00:00:00Z',
  closed: false,
  closedAt: null,
  locked: false,
  stateReason: null,
  isAnswered: true,
  answerChosenAt: '2026-06-02T00:00:00Z',
  author: { __typename: 'User', login: 'kai' },
  labels: { nodes: [] },
  answer: { body: 'So.', author: ada },
  category: { name: 'Q&A', isAnswerable: true },
  spoken: { nodes: [{ author: ada }] },
};

const factOf = (over: object) => discussionFact(discussionNode.parse({ ...answered, ...over }));

describe('discussionFact', () => {
  it('tells of an answered discussion who answered it, when, and of which category it is', () => {
    expect(factOf({})).toMatchObject({
      assignees: ['ada'],
      participants: ['kai', 'ada'],
      state: 'open',
      closedAt: '2026-06-02T00:00:00Z',
      outcome: 'answered',
      answer: 'So.',
      category: { name: 'Q&A', answerable: true },
    });
  });

  it.each([
    ['nothing is accepted', { answer: null, isAnswered: false, answerChosenAt: null }],
    ['a bot answered', { answer: { body: 'So.', author: { __typename: 'Bot', login: 'helper' } } }],
    ['somebody answered who is gone', { answer: { body: 'So.', author: null } }],
  ])('names nobody where %s', (_what, over) => {
    expect(factOf(over).assignees).toEqual([]);
  });

  it('tells when somebody responded, not who spoke last, since replies are not read', () => {
    const comment = { createdAt: '2026-06-01T12:00:00Z', author: ada };
    const fact = factOf({ spoken: { nodes: [comment], pageInfo: { hasPreviousPage: false } } });

    expect(fact.firstResponseAt).toBe('2026-06-01T12:00:00Z');
    expect(fact).not.toHaveProperty('lastWord');
  });

  it('goes without a category where none is told', () => {
    expect(factOf({ category: null })).not.toHaveProperty('category');
  });
});

describe('issueFact', () => {
  const open = { number: 3, title: 'Release 2', dueOn: null, state: 'OPEN' };
  const planned = (milestone: unknown) => {
    const issue = { ...answered, state: 'OPEN', milestone };
    return issueFact(issueNode.parse(issue), { owner: 'acme', repo: 'engine' });
  };

  it('tells of the open milestone that it belongs to', () => {
    expect(planned(open).milestone).toEqual({ number: 3, title: 'Release 2', dueOn: null });
  });

  it.each([
    ['closed', { ...open, state: 'CLOSED' }],
    ['not there', null],
    ['not told of', undefined],
  ])('tells of none that is %s', (_, milestone) => {
    expect(planned(milestone)).not.toHaveProperty('milestone');
  });
});
