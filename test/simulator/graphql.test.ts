import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { issueToken } from './authentication.ts';
import { type Simulator, startSimulator } from './simulator.ts';

describe('the simulated GraphQL API', () => {
  let simulator: Simulator;
  let token: string;

  beforeEach(async () => {
    simulator = await startSimulator();
    await simulator.addRepository({
      owner: 'acme',
      name: 'engine',
      labels: ['bug'],
      categories: [{ name: 'Q&A', answerable: true }],
      collaborators: { mira: 'write' },
    });
    const installation = await simulator.install('acme');
    token = issueToken(simulator.world.state, installation, {}, new Date()).token;
  });

  afterEach(() => simulator.close());

  async function ask(query: string, variables: object = {}): Promise<{ data: unknown; errors?: object[] }> {
    const response = await fetch(`${simulator.address}/api/graphql`, {
      method: 'POST',
      headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: unknown; errors?: object[] };
  }

  it('keeps one discussion comment through its whole life, under the bot’s name without [bot]', async () => {
    const { nodeId } = await simulator.openDiscussion('acme/engine', { title: 'How?', author: 'ana', category: 'Q&A' });

    const made = await ask(
      `mutation ($discussionId: ID!) {
        addDiscussionComment(input: { discussionId: $discussionId, body: "first" }) { comment { id author { __typename login } } }
      }`,
      { discussionId: nodeId },
    );
    const { id } = (made.data as { addDiscussionComment: { comment: { id: string } } }).addDiscussionComment.comment;
    await ask(
      'mutation ($id: ID!) { updateDiscussionComment(input: { commentId: $id, body: "second" }) { comment { id } } }',
      { id },
    );
    const read = await ask(
      `{ viewer { login } repository(owner: "acme", name: "engine") { discussion(number: 1) {
        title isAnswered category { name isAnswerable }
        comments(first: 10) { nodes { body viewerDidAuthor replies(first: 1) { totalCount } } }
      } } }`,
    );
    await ask('mutation ($id: ID!) { deleteDiscussionComment(input: { id: $id }) { comment { id } } }', { id });

    expect(made.data).toMatchObject({
      addDiscussionComment: { comment: { author: { __typename: 'Bot', login: 'commscore' } } },
    });
    expect(read.data).toEqual({
      viewer: { login: 'commscore[bot]' },
      repository: {
        discussion: {
          title: 'How?',
          isAnswered: false,
          category: { name: 'Q&A', isAnswerable: true },
          comments: { nodes: [{ body: 'second', viewerDidAuthor: true, replies: { totalCount: 0 } }] },
        },
      },
    });
    expect(simulator.comments('acme/engine', 1)).toEqual([]);
    expect(simulator.violations()).toEqual([]);
  });

  it('pages threads by when they were updated, though they change meanwhile', async () => {
    for (const title of ['a', 'b', 'c']) await simulator.openIssue('acme/engine', { title, author: 'ana' });
    const query = `query ($after: String) { repository(owner: "acme", name: "engine") {
      issues(first: 2, after: $after, orderBy: { field: UPDATED_AT, direction: ASC }, filterBy: { since: "2020-01-01T00:00:00Z" }) {
        totalCount nodes { title state labels(first: 5) { nodes { name } } } pageInfo { hasNextPage endCursor }
      } } }`;

    const first = await ask(query);
    const { issues } = (first.data as { repository: { issues: { pageInfo: { endCursor: string } } } }).repository;
    const second = await ask(query, { after: issues.pageInfo.endCursor });

    expect(issues).toMatchObject({
      totalCount: 3,
      nodes: [{ title: 'a' }, { title: 'b' }],
      pageInfo: { hasNextPage: true },
    });
    expect(second.data).toMatchObject({
      repository: { issues: { nodes: [{ title: 'c' }], pageInfo: { hasNextPage: false } } },
    });
    expect(simulator.violations()).toEqual([]);
  });

  it('reads pull requests, files, people, blobs and commit authors', async () => {
    const sha = await simulator.push('acme/engine', {
      author: 'mira',
      message: 'Start\n\nMore.',
      files: { CODEOWNERS: '* @mira\n' },
    });
    await simulator.openPull('acme/engine', {
      title: 'Add',
      author: 'ana',
      files: { 'src/a.py': 'a\n' },
      reviewers: ['mira'],
    });

    const { data } = await ask(
      `query ($oid: GitObjectID!) { repository(owner: "acme", name: "engine") {
        assignableUsers(first: 10) { nodes { login } }
        labels(first: 10) { nodes { name } }
        defaultBranchRef { name target { ... on Commit { oid history(first: 1) { totalCount } } } }
        file: object(expression: "HEAD:CODEOWNERS") { ... on Blob { text } }
        none: object(expression: "HEAD:missing") { ... on Blob { text } }
        commit: object(oid: $oid) { ... on Commit { messageHeadline messageBody author { email user { login } } } }
        pullRequest(number: 1) {
          state isDraft changedFiles files(first: 10) { nodes { path additions changeType } }
          reviewRequests(first: 5) { nodes { requestedReviewer { __typename ... on User { login } } } }
        }
        issueOrPullRequest(number: 1) { __typename }
      } }`,
      { oid: sha },
    );

    expect(data).toMatchObject({
      repository: {
        assignableUsers: { nodes: [{ login: 'mira' }] },
        labels: { nodes: [{ name: 'bug' }] },
        defaultBranchRef: { name: 'main', target: { oid: sha, history: { totalCount: 1 } } },
        file: { text: '* @mira\n' },
        none: null,
        commit: { messageHeadline: 'Start', messageBody: 'More.', author: { user: { login: 'mira' } } },
        pullRequest: {
          state: 'OPEN',
          isDraft: false,
          changedFiles: 1,
          files: { nodes: [{ path: 'src/a.py', additions: 1, changeType: 'ADDED' }] },
          reviewRequests: { nodes: [{ requestedReviewer: { __typename: 'User', login: 'mira' } }] },
        },
        issueOrPullRequest: { __typename: 'PullRequest' },
      },
    });
    expect(simulator.violations()).toEqual([]);
  });

  it('says in GitHub’s words that a thread is not there', async () => {
    const { data, errors } = await ask('{ repository(owner: "acme", name: "engine") { issue(number: 9) { title } } }');

    expect(data).toEqual({ repository: { issue: null } });
    expect(errors).toMatchObject([
      { type: 'NOT_FOUND', message: 'Could not resolve to an Issue with the number of 9.' },
    ]);
    expect(simulator.violations()).toEqual([]);
  });

  it('notes queries that GitHub would refuse and fields that it does not know itself', async () => {
    await ask('{ repository(owner: "acme", name: "engine") { issues { totalCount } } }');
    await ask('{ repository(owner: "acme", name: "engine") { isues(first: 1) { totalCount } } }');
    await ask('{ repository(owner: "acme", name: "engine") { forks(first: 1) { totalCount } } }');

    expect(simulator.violations().map(({ problem }) => problem)).toEqual([
      'You must provide a `first` or `last` value to properly paginate the `issues` connection.',
      expect.stringContaining('Cannot query field "isues" on type "Repository"'),
      'Repository.forks is not simulated',
    ]);
  });

  it('refuses queries that could answer with half a million nodes, and prices the others', async () => {
    const labels = (size: number) => `labels(first: ${size}) { nodes { name } }`;
    const ask3 = (size: number) => `{ rateLimit { cost nodeCount } repository(owner: "acme", name: "engine") {
      issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: ${size}) { totalCount } } } ${labels(size)} } } } }`;

    const [small, large] = [await ask(ask3(10)), await ask(ask3(100))];

    expect(small.data).toMatchObject({ rateLimit: { cost: 102, nodeCount: 111_100 } });
    expect(large.errors).toMatchObject([{ type: 'MAX_NODE_LIMIT_EXCEEDED' }]);
    expect(simulator.violations()).toHaveLength(1);
  });

  it('answers in part when it is told to', async () => {
    simulator.faults.graphqlError({ message: 'Something went wrong', path: ['repository', 'description'] });

    const { data, errors } = await ask('{ repository(owner: "acme", name: "engine") { name description } }');

    expect(data).toEqual({ repository: { name: 'engine', description: null } });
    expect(errors).toEqual([
      { type: 'INTERNAL', path: ['repository', 'description'], message: 'Something went wrong' },
    ]);
  });
});
