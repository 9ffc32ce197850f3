import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { openPlayground, ownComments, type Playground } from './playground.ts';

const REPOSITORY = 'acme/engine';
const CONFIG = `settle: 0s
assignees: { minPrecision: 0 }
reviewers: { minPrecision: 0, max: 1 }
related: { enabled: false }
labels: { enabled: false }
`;

describe('people, from webhook to comment', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await openPlayground({}, async ({ addTeam, addRepository, push, ...github }) => {
      await addRepository({
        owner: 'acme',
        name: 'engine',
        collaborators: { ada: 'write', bo: 'write', cy: 'write', newcomer: 'triage' },
      });
      addTeam({ organization: 'acme', slug: 'core', members: ['ada'] });
      addTeam({ organization: 'acme', slug: 'queue', members: ['bo', 'cy'], parent: 'core' });
      const start = { 'src/queue.ts': '0\n', CODEOWNERS: 'src/ @acme/core\n', '.github/commscore.yml': CONFIG };
      await push(REPOSITORY, { author: 'ada', message: 'Start', files: start });
      for (const [at, author] of ['bo', 'bo', 'cy'].entries()) {
        await push(REPOSITORY, { author, message: 'Queue', files: { 'src/queue.ts': `${at}\n` } });
      }
      await github.install('acme');
    });
    await eventually('the history is learnt', () => playground.app.log().includes('history learnt'), 60_000);
  }, 120_000);
  afterAll(() => playground?.close());

  const said = (number: number) => ownComments(playground.github, REPOSITORY, number)[0]?.body ?? '';

  it('suggests for the files of a team the one member who is free, and tells so', async () => {
    const { github } = playground;
    const opening = { title: 'Drain faster', author: 'newcomer', files: { 'src/queue.ts': '1\n' } };

    const { number } = await github.openPull(REPOSITORY, opening);
    await eventually('the pull is answered', () => said(number) !== '');

    expect(said(number)).toContain('`@acme/core`');
    expect(['ada', 'bo', 'cy'].filter((login) => said(number).includes(`\`${login}\``))).toHaveLength(1);
  }, 60_000);

  it('never suggests again whom a human took off the thread', async () => {
    const { github } = playground;
    const opening = { title: 'src/queue.ts loses jobs', body: 'Look at src/queue.ts', author: 'newcomer' };
    const { number } = await github.openIssue(REPOSITORY, opening);
    await eventually('the issue is answered', () => said(number) !== '');
    const name = { repository: REPOSITORY, number };
    const first = ['ada', 'bo', 'cy'].find((login) => said(number).includes(`\`${login}\``)) ?? '';
    expect(first).not.toBe('');

    await github.assign(name, [first], 'newcomer');
    await github.unassign(name, [first], 'newcomer');
    await eventually('somebody else is suggested', () => said(number) !== '' && !said(number).includes(`\`${first}\``));
    await github.editThread(name, { title: 'src/queue.ts loses jobs again' }, 'newcomer');
    await eventually('the edit is looked at', () => runs(number) > 2);

    expect(said(number)).not.toContain(`\`${first}\``);
  }, 60_000);

  it('makes only requests that GitHub describes', () => {
    expect(playground.github.violations()).toEqual([]);
  });

  function runs(number: number): number {
    const thread = `"thread":"${REPOSITORY}#${number}"`;
    return playground.app
      .log()
      .split('\n')
      .filter((line) => line.includes(thread) && line.includes('"thread triaged"')).length;
  }
});
