import { describe, expect, it } from '@jest/globals';
import { readMessage } from '../../src/github/commit-message.ts';

const bob = { name: 'Bob', email: 'bob@example.com' };
const eve = { name: 'Eve X', email: 'eve@example.com' };

describe('readMessage', () => {
  it('parts title and body', () => {
    expect(readMessage('Title\n\nFirst line\nsecond line\n')).toMatchObject({
      title: 'Title',
      body: 'First line\nsecond line',
    });
  });

  it.each([
    ['Reviewed-by: Bob <bob@example.com>', [bob]],
    ['acked-by:Bob <bob@example.com>', [bob]],
    ['Reviewed By: Bob <bob@example.com>, Eve X <eve@example.com>', [bob, eve]],
    ['Reviewers: Bob <bob@example.com>, Eve X <eve@example.com>.', [bob, eve]],
    [
      'Reviewers: Bob, Eve X',
      [
        { name: 'Bob', email: '' },
        { name: 'Eve X', email: '' },
      ],
    ],
    ['Reviewed-by: "Bob" <bob@example.com>', [bob]],
    ['Reviewed-by: <bob@example.com>', [{ name: '', email: 'bob@example.com' }]],
    ['Reviewed-by:', []],
    ['Tested-by: Bob <bob@example.com>', []],
    ['Reviewed-on: https://example.com/1', []],
  ])('reads who reviewed from %j', (line, reviewers) => {
    expect(readMessage(`Title\n\nText\n\n${line}`).reviewers).toEqual(reviewers);
  });

  it('reads who wrote it too', () => {
    const message = readMessage(
      'Title\n\nCo-authored-by: Bob <bob@example.com>\nCo-Authored-By: Eve X <eve@example.com>',
    );

    expect(message.coauthors).toEqual([bob, eve]);
    expect(message.reviewers).toEqual([]);
  });

  it('reads who signed off, in that order', () => {
    const message = readMessage(
      'Title\n\nSigned-off-by: Bob <bob@example.com>\nSigned-off-by: Eve X <eve@example.com>',
    );

    expect(message.signers).toEqual([bob, eve]);
    expect(message.reviewers).toEqual([]);
  });

  it('leaves nobody named in the body', () => {
    const { body } = readMessage(
      'Title\n\nWhy it is so.\n\nReviewed-by: Bob <b@x>\nSigned-off-by: Eve <e@x>\nCc: Ann\nFixes: #1',
    );

    expect(body).toContain('Why it is so.');
    expect(body).toContain('Fixes: #1');
    expect(body).not.toMatch(/Bob|Eve|Ann/);
  });

  it.each([
    ['', ''],
    ['\n\n', ''],
    ['Only title', 'Only title'],
  ])('takes %j', (message, title) => {
    expect(readMessage(message)).toEqual({ title, body: '', reviewers: [], coauthors: [], signers: [] });
  });
});
