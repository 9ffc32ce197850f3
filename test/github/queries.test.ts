import { describe, expect, it } from '@jest/globals';
import { schema } from '@octokit/graphql-schema';
import { buildSchema, parse, validate } from 'graphql';
import { authorsQuery } from '../../src/github/author-links.ts';
import { commentQuery } from '../../src/github/command-comment.ts';
import {
  CREATE_DISCUSSION,
  DIGEST_DISCUSSION,
  OWN_DISCUSSIONS,
  UPDATE_DISCUSSION,
} from '../../src/github/digest-discussion.ts';
import {
  ADD_COMMENT,
  DELETE_COMMENT,
  DISCUSSION_COMMENTS,
  UPDATE_COMMENT,
} from '../../src/github/discussion-comments.ts';
import { ADD_LABELS, labelIdsQuery, REMOVE_LABELS } from '../../src/github/discussion-labels.ts';
import { MEMBERS_QUERY, teamsQuery } from '../../src/github/owner-reads.ts';
import { companiesQuery } from '../../src/github/profile-reads.ts';
import { ADD_REACTION, REMOVE_REACTION } from '../../src/github/reactions.ts';
import { FILES_QUERY, threadQuery } from '../../src/github/read-thread.ts';
import { ADD_REPLY, REPLIES } from '../../src/github/reply-comments.ts';
import { LISTS_QUERY, REPOSITORY_QUERY } from '../../src/github/repository-query.ts';
import { pageQuery } from '../../src/github/thread-pages.ts';
import { updatedQuery } from '../../src/github/updated-threads.ts';

const described = buildSchema(schema.idl, { assumeValid: true });

describe('every GraphQL request', () => {
  it.each([
    ['of an issue', threadQuery('issue')],
    ['of a pull request', threadQuery('pull')],
    ['of a discussion', threadQuery('discussion')],
    ['of more files', FILES_QUERY],
    ['of a repository', REPOSITORY_QUERY],
    ['of more labels and people', LISTS_QUERY],
    ['of teams', teamsQuery(3)],
    ['of more of a team', MEMBERS_QUERY],
    ['of profiles', companiesQuery(50)],
    ['of many issues', pageQuery('issue')],
    ['of many pull requests', pageQuery('pull')],
    ['of many discussions', pageQuery('discussion')],
    ['of what was updated', updatedQuery(['issue', 'pull', 'discussion'])],
    ['of more that was updated', updatedQuery(['pull'])],
    ['of comments', DISCUSSION_COMMENTS],
    ['of authors', authorsQuery(['a'.repeat(40), 'b'.repeat(64)])],
    ['of the digest', DIGEST_DISCUSSION],
    ['of the digest where it is not known', OWN_DISCUSSIONS],
    ['to open the digest', CREATE_DISCUSSION],
    ['to edit the digest', UPDATE_DISCUSSION],
    ['of a comment on an issue', commentQuery('issue')],
    ['of a comment on a pull request', commentQuery('pull')],
    ['of a comment on a discussion', commentQuery('discussion')],
    ['of replies', REPLIES],
    ['to add a reply', ADD_REPLY],
    ['to react', ADD_REACTION],
    ['to take back a reaction', REMOVE_REACTION],
    ['of labels by their names', labelIdsQuery(3)],
    ['to label a discussion', ADD_LABELS],
    ['to take labels off a discussion', REMOVE_LABELS],
    ['to add a comment', ADD_COMMENT],
    ['to edit a comment', UPDATE_COMMENT],
    ['to remove a comment', DELETE_COMMENT],
  ])('%s is one that GitHub describes', (_title, query) => {
    expect(validate(described, parse(query))).toEqual([]);
  });

  it('is never made of what is no commit id', () => {
    expect(() => authorsQuery(['" } } evil'])).toThrow(TypeError);
  });
});
