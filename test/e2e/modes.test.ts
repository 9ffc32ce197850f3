import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { openPlayground, ownComments, type Playground } from './playground.ts';

/** One for each mode: what one of them does shows in no other. */
const SETTINGS = {
  suggest: 'mode: suggest',
  shadow: 'mode: shadow',
  auto: 'mode: auto',
  native: 'output: native',
} as const;

type Name = keyof typeof SETTINGS;

const SURE_OF_ALL = `settle: 0s
related: { enabled: false }
labels: { minPrecision: 0, max: 1 }
assignees: { minPrecision: 0, max: 1 }
reviewers: { minPrecision: 0, max: 1 }
`;

const ASKED = { title: 'src/queue.ts loses jobs', body: 'The queue in src/queue.ts crashes and loses jobs.' };

async function seed(github: Simulator): Promise<void> {
  for (const [name, setting] of Object.entries(SETTINGS)) await seedRepository(github, name, setting);
  await github.install('acme');
}

async function seedRepository(github: Simulator, name: string, setting: string): Promise<void> {
  const repository = `acme/${name}`;
  await github.addRepository({
    owner: 'acme',
    name,
    labels: ['bug', 'docs'],
    collaborators: { ada: 'write', bo: 'write', newcomer: 'triage' },
  });
  const files = { 'src/queue.ts': '0\n', '.github/commscore.yml': `${setting}\n${SURE_OF_ALL}` };
  await github.push(repository, { author: 'ada', message: 'Queue', files });
  for (const [title, label] of [...Array(8).keys()].flatMap((n) => [
    [`The queue crashes and loses jobs (${n})`, 'bug'],
    [`A page of the manual is missing (${n})`, 'docs'],
  ])) {
    const { number } = await github.openIssue(repository, { title: title ?? '', author: 'newcomer' });
    await github.label({ repository, number }, [label ?? ''], 'ada');
    await github.assign({ repository, number }, ['ada'], 'ada');
    await github.closeThread({ repository, number }, 'ada', 'completed');
  }
}

describe('modes, from webhook to GitHub', () => {
  let playground: Playground;
  let github: Simulator;
  beforeAll(async () => {
    playground = await openPlayground({}, seed);
    github = playground.github;
    await eventually(
      'the histories are learnt',
      () => count('"history learnt"') >= Object.keys(SETTINGS).length,
      120_000,
    );
  }, 180_000);
  afterAll(() => playground?.close());

  const count = (text: string) => playground.app.log().split(text).length - 1;
  const runs = (name: Name, number: number) => count(`"thread":"acme/${name}#${number}"`);
  const said = (name: Name, number: number) => ownComments(github, `acme/${name}`, number)[0]?.body ?? '';
  const threadOf = (name: Name, number: number) => {
    const thread = github.repository(`acme/${name}`).threads.get(number);
    if (thread === undefined || thread.kind === 'discussion') throw new Error(`no such thread: ${name}#${number}`);
    return thread;
  };
  const labelsOn = (name: Name, number: number) => threadOf(name, number).labels.map((label) => label.name);
  const assigned = (name: Name, number: number) => threadOf(name, number).assignees.map(({ login }) => login);

  const textOf = async (path: string) => (await fetch(playground.app.url + path)).text();

  async function open(name: Name): Promise<number> {
    const { number } = await github.openIssue(`acme/${name}`, { ...ASKED, author: 'newcomer' });
    return number;
  }

  /** Has the thread looked at again, and waits for that; a run that is about to end is not taken for it. */
  async function edit(name: Name, number: number, title: string): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const before = runs(name, number);
    await github.editThread({ repository: `acme/${name}`, number }, { title }, 'newcomer');
    await eventually('the edit is looked at', () => runs(name, number) > before);
  }

  it('suggest: says in a comment, does nothing, and writes no text that is unchanged', async () => {
    const number = await open('suggest');
    await eventually('the issue is answered', () => said('suggest', number) !== '');
    const [first] = ownComments(github, 'acme/suggest', number);
    const written = { body: first?.body, updatedAt: first?.updatedAt };
    await edit('suggest', number, ASKED.title);

    const [again, ...more] = ownComments(github, 'acme/suggest', number);
    expect(more).toEqual([]);
    expect(again).toMatchObject(written);
    expect(said('suggest', number)).toContain('**Labels** `bug`');
    expect(said('suggest', number)).toContain('Could take this');
    expect([labelsOn('suggest', number), assigned('suggest', number)]).toEqual([[], []]);
  }, 60_000);

  it('suggest: never says again what a human took off, and counts what people did', async () => {
    const number = await open('suggest');
    const name = { repository: 'acme/suggest', number };
    await eventually('the issue is answered', () => said('suggest', number).includes('**Labels** `bug`'));

    await github.label(name, ['bug'], 'ada');
    await eventually('the label is not suggested any more', () => !said('suggest', number).includes('**Labels**'));
    await github.unlabel(name, 'bug', 'ada');
    await edit('suggest', number, `${ASKED.title} again`);

    expect(said('suggest', number)).not.toContain('**Labels** `bug`');
    expect(await textOf('/repositories/acme/suggest')).toMatch(
      /<th scope="row">Labels <bdi>bug<\/bdi><\/th><td>0<\/td><td>0<\/td><td>1<\/td>/,
    );
    expect(await textOf('/metrics')).toContain('commscore_outcomes_total{kind="label",outcome="rejected"} 1');
  }, 60_000);

  it('shadow: writes nothing at all, and judges what it would have said', async () => {
    const number = await open('shadow');
    await eventually('the issue is looked at', () => runs('shadow', number) > 0);
    await github.label({ repository: 'acme/shadow', number }, ['bug'], 'ada');
    await edit('shadow', number, `${ASKED.title} again`);

    const written = github.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/acme/shadow/'));
    expect(written).toEqual([]);
    expect(threadOf('shadow', number).comments).toEqual([]);
    const page = await textOf('/repositories/acme/shadow');
    expect(page).toContain('shadow: nothing written');
    expect(page).toMatch(/<th scope="row">Labels <bdi>bug<\/bdi><\/th><td>1<\/td>/);
  }, 60_000);

  it('auto: labels and assigns by itself and tells why, and never again what a human took off', async () => {
    const number = await open('auto');
    const name = { repository: 'acme/auto', number };
    await eventually('the issue is answered', () => said('auto', number) !== '');
    expect([labelsOn('auto', number), assigned('auto', number)]).toEqual([['bug'], ['ada']]);
    expect(said('auto', number)).toContain('**Labelled** `bug`');
    expect(said('auto', number)).toContain('**Assigned**');
    expect(said('auto', number)).not.toMatch(/(^|[^`\w/])@\w/);

    await github.unlabel(name, 'bug', 'bo');
    await github.unassign(name, ['ada'], 'bo');
    await edit('auto', number, `${ASKED.title} again`);
    await edit('auto', number, `${ASKED.title} once more`);

    expect([labelsOn('auto', number), assigned('auto', number)]).toEqual([[], []]);
    expect(said('auto', number)).not.toContain('`bug`');
    expect(said('auto', number)).not.toContain('`ada`');
  }, 60_000);

  it('auto: keeps what a human chose, and waits for a draft to be ready', async () => {
    const opening = { title: 'Drain the queue', author: 'newcomer', files: { 'src/queue.ts': '1\n' }, draft: true };
    const { number } = await github.openPull('acme/auto', opening);
    const pull = threadOf('auto', number);
    await eventually('the draft is looked at', () => runs('auto', number) > 0);
    await github.label({ repository: 'acme/auto', number }, ['docs'], 'bo');
    expect(pull).toMatchObject({ comments: [], requestedReviewers: [] });

    await github.markReady({ repository: 'acme/auto', number }, 'newcomer');
    await eventually('the pull is answered', () => said('auto', number) !== '');

    expect(said('auto', number)).toContain('**Asked to review**');
    expect(pull.kind === 'pull' && pull.requestedReviewers).toHaveLength(1);
    expect(labelsOn('auto', number)).toEqual(['docs']);
  }, 60_000);

  it('native: leaves labels and assignees to the fields of GitHub where it takes them', async () => {
    github.world.state.preview = 'on';

    const number = await open('native');
    await eventually('both are offered', () => offered(number).length === 2);
    await edit('native', number, `${ASKED.title} again`);

    expect(offered(number)).toMatchObject([
      { kind: 'label', name: 'bug', confidence: expect.stringMatching(/^(LOW|MEDIUM|HIGH)$/) },
      { kind: 'assignee', name: 'ada', rationale: expect.stringContaining('took') },
    ]);
    expect(said('native', number)).toBe('');
    expect([labelsOn('native', number), assigned('native', number)]).toEqual([[], []]);
  }, 60_000);

  it('native: says it in the comment where GitHub refuses', async () => {
    github.world.state.preview = 'off';

    const number = await open('native');
    await eventually('the issue is answered', () => said('native', number) !== '');

    expect(said('native', number)).toContain('**Labels** `bug`');
    expect(said('native', number)).toContain('Could take this');
  }, 60_000);

  it('makes only requests that GitHub describes', () => {
    expect(github.violations()).toEqual([]);
  });

  function offered(number: number) {
    return github.world.state.suggestions.filter(({ thread }) => thread.number === number);
  }
});
