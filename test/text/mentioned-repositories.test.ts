import { describe, expect, it } from '@jest/globals';
import { mentionedRepositories } from '../../src/text/mentioned-repositories.ts';

describe('repositories that a text points to', () => {
  it.each([
    ['see acme/engine#12', ['acme/engine']],
    ['https://github.com/acme/engine', ['acme/engine']],
    [
      'https://github.com/acme/engine.git and (https://www.github.com/acme/web/tree/main/src)',
      ['acme/engine', 'acme/web'],
    ],
    ['https://git.example.com/acme/engine/issues/3', ['acme/engine']],
    ['acme/engine#1, then Acme/Engine#2', ['Acme/Engine']],
  ])('are found in %j', (text, repositories) => {
    expect(mentionedRepositories(text).map(({ name }) => name)).toEqual(repositories);
  });

  it('are on the host of their address, where they have one', () => {
    expect(mentionedRepositories('acme/web#1 https://Git.example.com/acme/engine/pull/3 acme/engine#4')).toEqual([
      { name: 'acme/engine', host: 'git.example.com' },
      { name: 'acme/web', host: null },
    ]);
  });

  it.each([
    ['in src/queue and a/b'],
    ['#12'],
    ['https://github.com/features/actions'],
    ['https://github.com/orgs/acme/repositories'],
    ['https://github.com/user-attachments/assets/12'],
    ['https://example.com/acme/engine'],
    ['`acme/engine#12`'],
    ['```\nhttps://github.com/acme/engine\n```'],
  ])('are none in %j', (text) => {
    expect(mentionedRepositories(text)).toEqual([]);
  });
});
