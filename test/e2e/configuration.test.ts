import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import type { CheckRun, Pull } from '../simulator/state.ts';
import { openPlayground, ownComments, type Playground, quiet } from './playground.ts';

const FILE = '.github/commscore.yml';
const OWNERS = 'settle: 0s\nlabels: { max: 1 }\nassignees: { minPrecision: 0 }\n';

interface Output {
  title: string;
  summary: string;
  annotations: { path: string; start_line: number; message: string }[];
}

describe('the configuration, from pull request to check', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground({}, async ({ addRepository, push, ...github }) => {
      for (const name of ['.github', 'engine', 'shy', 'plain']) {
        await addRepository({ owner: 'acme', name, collaborators: { ada: 'write', newcomer: 'triage' } });
      }
      const start = { author: 'ada', message: 'Start' };
      await push('acme/.github', { ...start, files: { [FILE]: OWNERS } });
      await push('acme/engine', { ...start, files: { 'src/queue.ts': '0\n', [FILE]: 'language: zh-CN\n' } });
      await push('acme/shy', { ...start, files: { [FILE]: 'mode: shadow\n' } });
      await push('acme/plain', { ...start, files: { 'src/queue.ts': '0\n' } });
      await github.install('acme');
    });
    await eventually('all is learnt', () => playground.app.log().split('history learnt').length === 5, 90_000);
  }, 150_000);
  afterAll(() => playground?.close());

  const checks = (repository: string, head?: string): CheckRun[] =>
    playground.github
      .repository(repository)
      .checkRuns.filter(({ fields }) => head === undefined || fields.head_sha === head);
  const output = (check: CheckRun | undefined) => check?.fields.output as Output | undefined;

  async function propose(
    repository: string,
    text: string | null,
    over: { author?: string; draft?: boolean } = {},
  ): Promise<Pull> {
    const opening = { title: `Configure ${text?.length}`, author: 'newcomer', ...over };
    return playground.github.openPull(repository, { ...opening, files: { [FILE]: text } });
  }

  async function checked(repository: string, { head }: Pull): Promise<CheckRun | undefined> {
    await eventually('the head is checked', () => checks(repository, head.sha).length > 0);
    return checks(repository, head.sha)[0];
  }

  it('passes a good file and shows what would change, laid over the owner’s', async () => {
    const pull = await propose('acme/engine', 'language: en\nlabels: { minPrecision: 0.5 }\n');

    const check = await checked('acme/engine', pull);

    expect(check?.fields).toMatchObject({
      name: 'CommScore configuration',
      status: 'completed',
      conclusion: 'success',
    });
    expect(output(check)?.summary).toContain('| `language` | `zh-CN` | `en` |');
    expect(output(check)?.summary).toContain('| `labels.minPrecision` | `0.8` | `0.5` |');
    expect(output(check)?.summary).not.toContain('labels.max');
  }, 60_000);

  it('fails a bad file of a bot’s draft on its lines, and passes the next head', async () => {
    const over = { author: 'renovate[bot]', draft: true };
    const pull = await propose('acme/plain', 'mode: suggest\nlabels:\n  maxx: 1\nsettle: 120\n', over);

    const check = await checked('acme/plain', pull);

    expect(check?.fields.conclusion).toBe('failure');
    expect(output(check)?.annotations).toMatchObject([
      { path: FILE, start_line: 4, message: expect.stringContaining('duration') },
      { path: FILE, start_line: 3, message: "unknown key 'labels.maxx'" },
    ]);
    const fix = { author: 'newcomer', message: 'Fix', files: { [FILE]: 'settle: 2m\n' }, branch: pull.head.ref };
    await playground.github.push('acme/plain', fix);
    expect((await checked('acme/plain', pull))?.fields.conclusion).toBe('success');
  }, 60_000);

  it('says that the defaults hold where the file is taken away', async () => {
    const check = await checked('acme/engine', await propose('acme/engine', null));

    expect(check?.fields.conclusion).toBe('success');
    expect(output(check)?.summary).toContain('默认值');
  }, 60_000);

  it('checks the owner’s own file too', async () => {
    const check = await checked('acme/.github', await propose('acme/.github', 'settle: 1m\n'));

    expect(output(check)?.summary).toContain('| `settle` | `0s` | `1m` |');
  }, 60_000);

  it('checks a head once whatever else happens to the pull, and again where somebody asks for that', async () => {
    const { github } = playground;
    const pull = await propose('acme/plain', 'mode: auto\n');
    const check = await checked('acme/plain', pull);
    const name = { repository: 'acme/plain', number: pull.number };
    await github.editThread(name, { title: 'Configure, in other words' }, 'newcomer');
    await github.lockThread(name, 'ada');
    await quiet(playground.app);
    expect(checks('acme/plain', pull.head.sha)).toHaveLength(1);

    const installation = github.world.state.installations[0];
    const payload = {
      action: 'rerequested',
      check_run: { external_id: check?.fields.external_id, pull_requests: [] },
      repository: { name: 'plain', default_branch: 'main', owner: { login: 'acme' } },
      installation: { id: installation?.id },
      sender: { login: 'ada' },
    };
    const delivery = await github.deliver({ event: 'check_run', payload });
    await eventually('it is checked again', () => checks('acme/plain', pull.head.sha).length === 2);
    await github.redeliver(delivery);
    await quiet(playground.app);
    expect(checks('acme/plain', pull.head.sha)).toHaveLength(2);
  }, 90_000);

  it('writes nothing where the repository is in shadow mode, nor for pulls that leave the file alone', async () => {
    const { github } = playground;
    await propose('acme/shy', 'mode: suggest\n');
    await github.openPull('acme/plain', { title: 'Else', author: 'newcomer', files: { 'src/queue.ts': '1\n' } });
    const before = checks('acme/plain').length;
    await quiet(playground.app);

    expect(checks('acme/shy')).toEqual([]);
    expect(checks('acme/plain')).toHaveLength(before);
  }, 60_000);

  it('keeps the last good file in force while the newest is bad, and the owner’s where there is none', async () => {
    const { github } = playground;
    await github.push('acme/engine', { author: 'ada', message: 'Break', files: { [FILE]: 'language: klingon\n' } });
    const opening = { title: 'src/queue.ts loses jobs', body: 'Look at src/queue.ts', author: 'newcomer' };
    const said = (repository: string, number: number) => ownComments(github, repository, number)[0]?.body ?? '';

    const engine = await github.openIssue('acme/engine', opening);
    const plain = await github.openIssue('acme/plain', opening);
    await eventually('both are answered', () =>
      [said('acme/engine', engine.number), said('acme/plain', plain.number)].every((body) => body !== ''),
    );

    expect(said('acme/engine', engine.number)).toContain('适合处理的人');
    expect(said('acme/plain', plain.number)).toContain('Could take this');
  }, 90_000);

  it('goes on without the permission to write checks, and says so once', async () => {
    const { github, app } = playground;
    delete github.app.permissions.checks;
    const told = () => app.log().split('is `checks: write` granted').length - 1;

    await propose('acme/plain', 'mode: auto\nlanguage: en\n');
    await eventually('it is told', () => told() > 0);
    await propose('acme/plain', 'mode: auto\nlanguage: zh-CN\n');
    await quiet(playground.app);

    expect(told()).toBe(1);
    expect(app.running()).toBe(true);
    expect(app.log()).not.toContain('job failed');
  }, 60_000);

  it('makes only requests that GitHub describes', () => {
    expect(playground.github.violations()).toEqual([]);
  });
});
