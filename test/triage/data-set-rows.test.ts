import { describe, expect, it } from '@jest/globals';
import type { Fact, LinkFact, ThreadFact } from '../../src/domain/fact.ts';
import { labelRows } from '../../src/triage/label-rows.ts';
import { corpusRows, pairRows } from '../../src/triage/pair-rows.ts';
import { createPackHistory, tellFacts } from '../../src/triage/told-history.ts';

function aThread(id: string, rest: Partial<ThreadFact> = {}): ThreadFact {
  return {
    kind: 'thread',
    type: 'issue',
    id,
    time: `2024-01-${id.padStart(2, '0')}T00:00:00Z`,
    author: 'ann',
    title: `Title ${id}`,
    body: '',
    labels: [],
    assignees: ['bob'],
    participants: ['cas'],
    state: 'open',
    closedAt: null,
    outcome: null,
    ...rest,
  };
}

function aLink(from: string, to: string): LinkFact {
  return { kind: 'link', type: 'duplicate', from, to, time: '2024-03-01T00:00:00Z' };
}

function pairsOf(facts: Fact[]) {
  const history = tellFacts(facts);
  return pairRows(history, corpusRows(history)).map(({ row }) => [row.query_id, row.positive_id]);
}

function packOf(lines: object[]) {
  const pack = createPackHistory();
  for (const line of lines) pack.read(JSON.stringify(line));
  return pack.history();
}

describe('rows of labels', () => {
  it('tell a thread as it was filed and labelled as it ended, and not who wrote it', () => {
    const [row, ...more] = labelRows(
      tellFacts([
        aThread('1', { title: 'Crash', body: '> quoted\n\nIt fails' }),
        aThread('1', { title: 'Fixed: crash', labels: ['bug', 'ui'], state: 'closed' }),
      ]),
    );

    expect(more).toEqual([]);
    expect(row?.row).toEqual({
      id: '1',
      type: 'issue',
      time: '2024-01-01T00:00:00.000Z',
      title: 'Crash',
      body: '> quoted\n\nIt fails',
      text: 'Crash\nIt fails',
      labels: ['bug', 'ui'],
      label: '',
    });
  });

  it('name the only label, and leave out threads without any', () => {
    const rows = labelRows(tellFacts([aThread('1', { labels: ['bug', 'bug'] }), aThread('2')]));

    expect(rows.map(({ row }) => [row.id, row.labels, row.label])).toEqual([['1', ['bug'], 'bug']]);
  });

  it('hold no half of a pair of surrogates', () => {
    const [row] = labelRows(tellFacts([aThread('1', { title: 'a\ud800b 😀', body: '\udc00', labels: ['x\ud83d'] })]));

    expect(row?.row).toMatchObject({ title: 'a\ufffdb 😀', body: '\ufffd', label: 'x\ufffd' });
  });

  it('take an issue once that a pack tells of as a question and as a fact', () => {
    const item = { type: 'issue', title: 'Crash', body: '' };
    const query = { kind: 'query', time: '2024-01-05T00:00:00Z', want: ['labels'] };
    const history = packOf([
      { ...query, id: 'q1', item },
      { kind: 'truth', id: 'q1', labels: ['bug'] },
      { kind: 'thread', type: 'issue', id: '5', time: query.time, title: 'Crash', labels: ['bug'] },
      { ...query, id: 'q2', item: { ...item, title: 'Only asked' } },
      { kind: 'truth', id: 'q2', labels: ['wish'] },
    ]);

    expect(labelRows(history).map(({ row }) => [row.id, row.label])).toEqual([
      ['5', 'bug'],
      ['q2', 'wish'],
    ]);
  });
});

describe('rows of related threads', () => {
  it('ask with the later thread, whichever way the link points', () => {
    expect(pairsOf([aThread('9'), aThread('3'), aLink('3', '9')])).toEqual([['9', '3']]);
    expect(pairsOf([aThread('9'), aThread('3'), aLink('9', '3')])).toEqual([['9', '3']]);
  });

  it('hold a pair once', () => {
    expect(pairsOf([aThread('9'), aThread('3'), aLink('3', '9'), aLink('9', '3')])).toEqual([['9', '3']]);
  });

  it('find documents, which never ask, and leave out what is not known', () => {
    const page: Fact = { kind: 'document', id: 'docs/a.md', url: '', title: 'Page', body: '' };

    expect(pairsOf([page, aThread('9'), aLink('docs/a.md', '9'), aLink('9', '404')])).toEqual([['9', 'docs/a.md']]);
    expect(pairsOf([page, { ...page, id: 'docs/b.md' }, aLink('docs/a.md', 'docs/b.md')])).toEqual([]);
  });

  it('take the right answers of a pack, and none that came after the question', () => {
    const history = packOf([
      { kind: 'thread', type: 'issue', id: '1', time: '01/Apr/24', title: 'First' },
      { kind: 'query', id: 'q', time: '02/Apr/24', want: ['related'], item: { type: 'issue', title: 'Again' } },
      { kind: 'truth', id: 'q', related: ['1', '3'] },
      { kind: 'thread', type: 'issue', id: '3', time: '03/Apr/24', title: 'Third' },
    ]);

    expect(pairRows(history, corpusRows(history)).map(({ row }) => row)).toEqual([
      {
        query: 'Again',
        positive: 'First',
        query_id: 'q',
        positive_id: '1',
        relation: 'related',
        positive_kind: 'thread',
        time: '',
      },
    ]);
  });

  it('draw on threads as they were filed', () => {
    const corpus = corpusRows(tellFacts([aThread('1', { title: 'Crash' }), aThread('1', { title: 'Solved' })]));

    expect(corpus.map(({ row }) => row)).toEqual([
      { id: '1', kind: 'thread', type: 'issue', time: '2024-01-01T00:00:00.000Z', title: 'Crash', text: 'Crash' },
    ]);
  });
});

describe('rows of any kind', () => {
  it('hold texts alone, also where a time cannot be read, a label is one of several or a document has no type', () => {
    const page: Fact = { kind: 'document', id: 'docs/a.md', url: '', title: 'Page', body: '' };
    const odd = aThread('1', { time: '01/Apr/24', labels: ['bug', 'ui'] });
    const history = tellFacts([page, odd, aLink('1', 'docs/a.md')]);
    const corpus = corpusRows(history);
    const rows = [...labelRows(history), ...corpus, ...pairRows(history, corpus)];

    const values = rows.flatMap(({ row }) => Object.values(row)).flat();
    expect(rows).toHaveLength(4);
    expect(values.filter((value) => typeof value !== 'string')).toEqual([]);
  });
});
