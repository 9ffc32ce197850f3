import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProbotOctokit } from 'probot';
import { type Simulator, startSimulator } from './simulator.ts';

describe('the simulated REST API', () => {
  let simulator: Simulator;

  beforeEach(async () => {
    simulator = await startSimulator({ checkAnswers: true });
    await simulator.addRepository({
      owner: 'acme',
      name: 'engine',
      labels: ['bug', 'docs'],
      categories: [{ name: 'Q&A', answerable: true }],
      collaborators: { mira: 'write', tomas: 'triage', kei: 'read' },
    });
    await simulator.install('acme');
  });

  afterEach(() => simulator.close());

  function octokitOf(auth: object): ProbotOctokit {
    return new ProbotOctokit({
      baseUrl: `${simulator.address}/api/v3`,
      auth: { appId: simulator.app.id, privateKey: simulator.privateKey, ...auth },
      throttle: { enabled: false },
      retry: { enabled: false },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    } as object);
  }

  function asInstallation(): ProbotOctokit {
    return octokitOf({ installationId: simulator.world.state.installations[0]?.id });
  }

  const engine = { owner: 'acme', repo: 'engine' };

  it('lets the app in with its key, and an installation with its token', async () => {
    const app = octokitOf({});

    const [self, installed, repositories] = await Promise.all([
      app.rest.apps.getAuthenticated(),
      app.rest.apps.listInstallations(),
      asInstallation().rest.apps.listReposAccessibleToInstallation(),
    ]);

    expect(self.data?.slug).toBe('commscore');
    expect(installed.data.map(({ account }) => account)).toMatchObject([{ login: 'acme' }]);
    expect(repositories.data.repositories.map(({ full_name }) => full_name)).toEqual(['acme/engine']);
    expect(simulator.violations()).toEqual([]);
  });

  it('refuses a key that is not the app’s and a token that is none', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const forged = octokitOf({ privateKey: privateKey.export({ type: 'pkcs1', format: 'pem' }) });

    await expect(forged.rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
    const response = await fetch(`${simulator.address}/api/v3/repos/acme/engine`, {
      headers: { authorization: 'token ghs_nonsense' },
    });
    expect(response.status).toBe(401);
  });

  it('tells the app of its deliveries, the latest first, and makes one again that failed', async () => {
    const nobody = await startSimulator();
    await nobody.close();
    simulator.webhookUrl = nobody.address;
    await simulator.openIssue('acme/engine', { title: 'It leaks', author: 'ana' });
    await simulator.deliver({ event: 'ping', payload: { zen: 'Keep it logically awesome.' } });
    const { rest } = octokitOf({});

    const first = await rest.apps.listWebhookDeliveries({ per_page: 1 });
    const cursor = /cursor=(\w+)>; rel="next"/.exec(first.headers.link ?? '')?.[1] ?? '';
    const second = await rest.apps.listWebhookDeliveries({ per_page: 1, cursor });
    const [failed] = second.data;
    const again = await rest.apps.redeliverWebhookDelivery({ delivery_id: failed?.id ?? 0 });

    expect([...first.data, ...second.data]).toMatchObject([
      { event: 'ping', action: null, redelivery: false },
      { event: 'issues', action: 'opened', status: 'failed to connect to host', status_code: 502 },
    ]);
    expect(second.headers.link).toBeUndefined();
    expect(again.status).toBe(202);
    expect(simulator.deliveries.at(-1)).toMatchObject({ guid: failed?.guid, redelivery: true });
    expect(simulator.violations()).toEqual([]);
  });

  it('keeps one comment through its whole life, authored by the app’s bot', async () => {
    const issue = await simulator.openIssue('acme/engine', { title: 'It leaks', body: 'Memory.', author: 'ana' });
    const { rest } = asInstallation();
    const at = { ...engine, issue_number: issue.number };

    const made = await rest.issues.createComment({ ...at, body: 'first' });
    await rest.issues.updateComment({ ...engine, comment_id: made.data.id, body: 'second' });
    const listed = await rest.issues.listComments(at);
    await rest.issues.deleteComment({ ...engine, comment_id: made.data.id });

    expect(made.data.user).toMatchObject({ login: 'commscore[bot]', type: 'Bot' });
    expect(made.data.performed_via_github_app?.slug).toBe('commscore');
    expect(listed.data.map(({ body }) => body)).toEqual(['second']);
    expect(simulator.comments('acme/engine', issue.number)).toEqual([]);
    expect(simulator.violations()).toEqual([]);
  });

  it('labels, assigns and reacts, passing over who cannot be assigned', async () => {
    const issue = await simulator.openIssue('acme/engine', { title: 'It leaks', author: 'ana' });
    const { rest } = asInstallation();
    const at = { ...engine, issue_number: issue.number };

    await rest.issues.addLabels({ ...at, labels: ['bug'] });
    await rest.issues.addAssignees({ ...at, assignees: ['mira', 'kei', 'nobody'] });
    await rest.reactions.createForIssue({ ...at, content: 'eyes' });
    const { data } = await rest.issues.get(at);

    expect(data.labels).toMatchObject([{ name: 'bug' }]);
    expect(data.assignees?.map(({ login }) => login)).toEqual(['mira']);
    expect(data.reactions).toMatchObject({ eyes: 1, total_count: 1 });
    await rest.issues.removeLabel({ ...at, name: 'bug' });
    await expect(rest.issues.removeLabel({ ...at, name: 'bug' })).rejects.toMatchObject({ status: 404 });
    expect(simulator.violations()).toEqual([]);
  });

  it('pages lists with Link headers', async () => {
    for (let i = 0; i < 5; i++) await simulator.openIssue('acme/engine', { title: `Issue ${i}`, author: 'ana' });
    const octokit = asInstallation();

    const page = await octokit.rest.issues.listForRepo({ ...engine, per_page: 2 });
    const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...engine, per_page: 2 });

    expect(page.headers.link).toContain('rel="next"');
    expect(all.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    expect(simulator.violations()).toEqual([]);
  });

  it('shows a pull request with real commits, files, reviews and requests', async () => {
    await simulator.push('acme/engine', {
      author: 'mira',
      message: 'Start',
      files: { 'src/a.py': 'a\n', 'old.md': 'x\n' },
    });
    const pull = await simulator.openPull('acme/engine', {
      title: 'Speed up',
      author: 'ana',
      files: { 'src/a.py': 'a\nb\n', 'src/new.py': 'n\n', 'old.md': null },
      reviewers: ['tomas'],
    });
    await simulator.reviewPull(
      { repository: 'acme/engine', number: pull.number },
      { author: 'mira', state: 'APPROVED' },
    );
    const { rest } = asInstallation();
    const at = { ...engine, pull_number: pull.number };

    const [one, files, reviews, requested, commits] = await Promise.all([
      rest.pulls.get(at),
      rest.pulls.listFiles(at),
      rest.pulls.listReviews(at),
      rest.pulls.listRequestedReviewers(at),
      rest.pulls.listCommits(at),
    ]);

    expect(one.data).toMatchObject({ number: pull.number, changed_files: 3, additions: 2, deletions: 1, commits: 1 });
    expect(files.data.map(({ filename, status, additions }) => [filename, status, additions])).toEqual([
      ['old.md', 'removed', 0],
      ['src/a.py', 'modified', 1],
      ['src/new.py', 'added', 1],
    ]);
    expect(reviews.data).toMatchObject([{ user: { login: 'mira' }, state: 'APPROVED' }]);
    expect(requested.data.users.map(({ login }) => login)).toEqual(['tomas']);
    expect(commits.data[0]?.author?.login).toBe('ana');
    await rest.pulls.requestReviewers({ ...at, reviewers: ['mira'] });
    await expect(rest.pulls.requestReviewers({ ...at, reviewers: ['ana'] })).rejects.toMatchObject({ status: 422 });
    expect(simulator.violations()).toEqual([]);
  });

  it('serves files from git, as JSON, raw and directory, and 404 for what is not there', async () => {
    const text = 'mode: suggest\n';
    const files = { '.github/commscore.yml': text, 'docs/a b.md': '# A\n' };
    await simulator.push('acme/engine', { author: 'mira', message: 'Configure', files });
    const { rest } = asInstallation();

    const path = '.github/commscore.yml';
    const json = await rest.repos.getContent({ ...engine, path });
    const raw = await rest.repos.getContent({ ...engine, path, mediaType: { format: 'raw' } });
    const folder = await rest.repos.getContent({ ...engine, path: 'docs' });

    expect(Buffer.from((json.data as { content: string }).content, 'base64').toString()).toBe(text);
    expect(raw.data).toBe(text);
    expect(folder.data).toMatchObject([{ path: 'docs/a b.md', type: 'file' }]);
    await expect(rest.repos.getContent({ ...engine, path: 'nowhere.yml' })).rejects.toMatchObject({ status: 404 });
    expect(simulator.violations()).toEqual([]);
  });

  it('answers about labels, people, permissions, commits, checks and limits', async () => {
    const head_sha = await simulator.push('acme/engine', { author: 'mira', message: 'Start', files: { a: 'a' } });
    const { rest } = asInstallation();

    const [labels, people, permission, commits, check, limits, user, repository] = await Promise.all([
      rest.issues.listLabelsForRepo(engine),
      rest.issues.listAssignees(engine),
      rest.repos.getCollaboratorPermissionLevel({ ...engine, username: 'tomas' }),
      rest.repos.listCommits(engine),
      rest.checks.create({
        ...engine,
        name: 'commscore',
        head_sha,
        conclusion: 'failure',
        output: { title: 'x', summary: 'y' },
      }),
      rest.rateLimit.get(),
      rest.users.getByUsername({ username: 'mira' }),
      rest.repos.get(engine),
    ]);
    const updated = await rest.checks.update({ ...engine, check_run_id: check.data.id, conclusion: 'success' });

    expect(labels.data.map(({ name }) => name)).toEqual(['bug', 'docs']);
    expect(people.data.map(({ login }) => login)).toEqual(['mira', 'tomas']);
    expect(permission.data).toMatchObject({ permission: 'read', role_name: 'triage' });
    expect(commits.data).toMatchObject([{ sha: head_sha, author: { login: 'mira' } }]);
    expect([check.data.status, updated.data.conclusion]).toEqual(['completed', 'success']);
    expect(limits.data.resources.core.remaining).toBe(5000);
    expect([user.data.login, repository.data.default_branch]).toEqual(['mira', 'main']);
    expect(simulator.violations()).toEqual([]);
  });

  it('notes every request that GitHub does not describe', async () => {
    const octokit = asInstallation();
    const refused = [
      octokit.request('GET /repos/acme/engine/secrets-of-the-trade'),
      octokit.request('GET /repos/acme/engine/issues?state=half-open'),
      octokit.request('GET /repos/acme/engine/issues?sord=updated'),
      octokit.request('POST /repos/acme/engine/labels', { colour: 'red', name: 'x' }),
      octokit.request('POST /repos/acme/engine/labels', { color: 'red' }),
      octokit.request('GET /repos/acme/engine/issues/one'),
    ];

    const statuses = await Promise.all(refused.map((request) => request.catch(({ status }) => status)));

    expect(statuses).toEqual([404, 422, 422, 422, 422, 422]);
    expect(
      simulator
        .violations()
        .map(({ problem }) => problem)
        .toSorted(),
    ).toEqual([
      'GitHub describes no GET /repos/acme/engine/secrets-of-the-trade',
      "body field 'colour' is not described",
      "body: must have required property 'name'",
      "path parameter 'issue_number': /value must be integer",
      "query parameter 'sord' is not described",
      `query parameter 'state': /value must be equal to one of the allowed values (["open","closed","all"])`,
    ]);
  });

  it('answers 304 to who has the answer already', async () => {
    const octokit = asInstallation();
    const { headers } = await octokit.rest.repos.get(engine);

    const again = octokit.rest.repos.get({ ...engine, headers: { 'if-none-match': String(headers.etag) } });

    await expect(again).rejects.toMatchObject({ status: 304 });
  });

  it('hides other owners’ private repositories and refuses what the token does not cover', async () => {
    await simulator.addRepository({ owner: 'other', name: 'secret', private: true });
    await simulator.addRepository({ owner: 'other', name: 'open' });
    const { rest } = asInstallation();

    await expect(rest.repos.get({ owner: 'other', repo: 'secret' })).rejects.toMatchObject({ status: 404 });
    await expect(rest.repos.get({ owner: 'other', repo: 'open' })).resolves.toMatchObject({ status: 200 });
    const label = rest.issues.createLabel({ owner: 'other', repo: 'open', name: 'x' });
    await expect(label).rejects.toMatchObject({ status: 403 });
  });
});
