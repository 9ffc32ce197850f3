import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../fakes/eventually.ts';
import { startTextModelServer, type TextModelServer } from '../servers/text-models.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { openPlayground, ownComments, type Playground } from './playground.ts';

const ASKING = 'acme/engine';
const SILENT = 'quiet/engine';
const TOKEN = 'hf_averysecrettoken';

/** Two repositories with the same history; only one sends its texts to a model. */
async function seed(github: Simulator): Promise<void> {
  for (const repository of [ASKING, SILENT]) {
    const [owner = '', name = ''] = repository.split('/');
    await github.addRepository({ owner, name, labels: ['bug'], collaborators: { ada: 'write' } });
    const inference = repository === ASKING ? 'inference: { provider: huggingface }\n' : '';
    await github.push(repository, {
      author: 'ada',
      message: 'Say hello',
      files: { 'README.md': '# Engine', '.github/commscore.yml': `settle: 0s\n${inference}` },
    });
    const { number } = await github.openIssue(repository, {
      title: `Cache of ${owner} evicts hot entries`,
      author: 'bob',
    });
    await github.closeThread({ repository, number }, 'ada');
    await github.install(owner);
  }
}

describe('text models beside the real process', () => {
  let playground: Playground;
  let models: TextModelServer;
  beforeAll(async () => {
    models = await startTextModelServer();
    playground = await openPlayground({ HF_ENDPOINT_URL: models.url, HF_TOKEN: TOKEN }, seed);
  }, 60_000);
  afterAll(async () => {
    await playground?.close();
    await models?.close();
  });

  const sent = () => models.requests.flatMap(({ inputs }) => inputs).join('\n');

  async function failing(): Promise<void> {
    models.failWith = 500;
  }

  async function answered(repository: string, title: string): Promise<void> {
    const body = 'The cache evicts entries that were read a moment ago.';
    const { number } = await playground.github.openIssue(repository, { title, body, author: 'newcomer' });
    const isAnswered = () => ownComments(playground.github, repository, number).length === 1;
    await eventually(`${title} is answered`, isAnswered, 60_000);
  }

  it('are sent the texts of the repository that asks for it, and of no other', async () => {
    await answered(SILENT, 'Quiet cache evicts hot entries again');
    await answered(ASKING, 'Cache evicts hot entries again');
    await eventually('the history is embedded', () => sent().includes('Cache of acme evicts hot entries'));

    expect(sent()).toContain('Cache evicts hot entries again');
    expect(sent()).not.toMatch(/quiet/i);
    expect(new Set(models.requests.map(({ authorization }) => authorization))).toEqual(new Set([`Bearer ${TOKEN}`]));
    const metrics = await (await fetch(`${playground.app.url}/metrics`)).text();
    expect(metrics).toMatch(/commscore_model_requests_total\{task="feature-extraction",outcome="answered"\} [1-9]/);
  }, 150_000);

  it.each([
    ['fails', failing],
    ['is gone', () => models.close()],
  ])(
    'are not needed: threads are answered when the server %s',
    async (what, breakIt) => {
      await breakIt();

      await answered(ASKING, `The cache evicts entries while the model ${what}`);
      await eventually('the failure is told', () => playground.app.log().includes('text model gave no answer'));

      expect(playground.app.running()).toBe(true);
      expect(playground.app.log()).not.toContain('evicts');
      expect(playground.app.log()).not.toContain(TOKEN);
      expect(playground.app.log()).not.toContain('job failed');
    },
    90_000,
  );
});
