import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ProbotOctokit } from 'probot';
import type { ThreadRef } from '../../src/domain/thread-ref.ts';
import { type NativeFields, nativeSuggestions } from '../../src/github/native-suggestions.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';

const REPOSITORY = 'acme/engine';
const DAY_MS = 86_400_000;

const wanted: NativeFields = {
  labels: [{ name: 'bug', rationale: 'the text says “crash”', confidence: 'high' }],
  assignees: [{ name: 'mira', rationale: 'took 4 similar threads', confidence: 'medium' }],
};
const taken = [
  { kind: 'label', subject: 'bug' },
  { kind: 'assignee', subject: 'mira' },
];

describe('suggestions in the fields of GitHub itself', () => {
  let simulator: Simulator;
  let octokit: ProbotOctokit;
  let ref: ThreadRef;
  let now = 0;
  let suggest: (wanted: NativeFields) => Promise<object[]>;

  beforeEach(async () => {
    simulator = await startSimulator();
    await simulator.addRepository({
      owner: 'acme',
      name: 'engine',
      labels: ['bug', 'docs'],
      collaborators: { mira: 'write' },
    });
    const installationId = (await simulator.install('acme')).id;
    const { number } = await simulator.openIssue(REPOSITORY, { title: 'Crash', author: 'ana', labels: ['docs'] });
    ref = { installationId, owner: 'acme', repo: 'engine', type: 'issue', number };
    octokit = new ProbotOctokit({
      baseUrl: `${simulator.address}/api/v3`,
      auth: { appId: simulator.app.id, privateKey: simulator.privateKey, installationId },
      throttle: { enabled: false },
      retry: { enabled: false },
      log: { debug() {}, info() {}, warn() {}, error() {} },
    } as object);
    const offer = nativeSuggestions(() => now);
    suggest = (fields) => offer(octokit, ref, fields);
  });
  afterEach(() => simulator.close());

  const asked = () => simulator.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/issues/'));
  const labels = () =>
    simulator
      .repository(REPOSITORY)
      .threads.get(ref.number)
      ?.labels.map(({ name }) => name);

  it('are offered with their reasons, and change nothing that is there', async () => {
    simulator.world.state.preview = 'on';

    expect(await suggest(wanted)).toEqual(taken);

    expect(simulator.world.state.suggestions).toMatchObject([
      { kind: 'label', name: 'bug', rationale: 'the text says “crash”', confidence: 'HIGH' },
      { kind: 'assignee', name: 'mira', rationale: 'took 4 similar threads', confidence: 'MEDIUM' },
    ]);
    expect(labels()).toEqual(['docs']);
    expect(asked().every(({ method }) => method === 'POST')).toBe(true);
    expect(simulator.violations()).toEqual([]);
  });

  it('are not offered again for a day where they were refused, and then once more', async () => {
    expect(await suggest(wanted)).toEqual([]);
    const first = asked().length;
    now += DAY_MS - 1;
    expect(await suggest(wanted)).toEqual([]);
    expect(asked()).toHaveLength(first);

    now += 1;
    simulator.world.state.preview = 'on';

    expect(await suggest(wanted)).toEqual(taken);
  });

  it('are taken back where a server that does not know them puts them on the issue', async () => {
    simulator.world.state.preview = 'unknown';

    expect(await suggest({ ...wanted, assignees: [] })).toEqual([]);

    expect(labels()).toEqual(['docs']);
    expect(await suggest({ ...wanted, assignees: [] })).toEqual([]);
    expect(asked()).toHaveLength(2);
  });

  it('are asked for again where GitHub only failed', async () => {
    simulator.world.state.preview = 'on';
    simulator.faults.serverError(502, { where: ({ path }) => path.endsWith('/labels') });

    await expect(suggest(wanted)).rejects.toMatchObject({ status: 502 });

    expect(await suggest(wanted)).toEqual(taken);
  });
});
