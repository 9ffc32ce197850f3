import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type RepositoryConfig } from '../../src/config/repository-config.ts';
import { createRepositoryModel, type RepositoryModel } from '../../src/match/repository-model.ts';
import { labelsByModel } from '../../src/triage/labels-by-model.ts';
import { suggest } from '../../src/triage/suggest.ts';
import type { ScoredLabel } from '../../src/triage/text-model-ports.ts';
import { aReading } from '../fakes/github.ts';
import { configWith, NOW, surroundings } from './surroundings-of.ts';

const ref = { installationId: 7, owner: 'acme', repo: 'engine' };
const reading = aReading({ title: 'Queries got slow', body: 'Each takes a second more than last week.' });
const asking: RepositoryConfig = { ...configWith(), inference: { provider: 'huggingface' } };
const labels = ['performance', 'database', 'bug', 'stale', 'security-report'];

function textModels(answer: ScoredLabel[] | null) {
  const asked: { text: string; labels: string[] }[] = [];
  const models = {
    hashOf: (text: string) => text,
    embed: async () => [],
    classify: async (text: string, names: string[]) => {
      asked.push({ text, labels: names });
      return answer;
    },
    rate: async () => null,
  };
  const vectors = {
    factsWithoutVector: async () => [],
    saveVectors: async () => undefined,
    readVectors: async () => [],
  };
  return { asked, textModels: { provider: { embeddingModel: 'some/model', of: () => models }, vectors } };
}

function ask(
  answer: ScoredLabel[] | null,
  over: { config?: RepositoryConfig; model?: RepositoryModel; of?: typeof reading } = {},
) {
  const { asked, textModels: ports } = textModels(answer);
  const { config = asking, model = createRepositoryModel(), of = reading } = over;
  const named = labelsByModel(ref, of, { config, labels, now: NOW, model, textModels: ports });
  return { asked, named };
}

function knowing(threadLabels: string[]): RepositoryModel {
  const model = createRepositoryModel();
  model.learn({ ...reading.fact, id: '1', labels: threadLabels });
  return model;
}

describe('labels by a text model', () => {
  it('are asked for by the names that nothing else tells of: no type, no process, nothing denied', async () => {
    const { asked, named } = ask([{ label: 'performance', score: 0.98 }]);

    expect(await named).toMatchObject([{ name: 'performance', reasons: [{ kind: 'fits-name' }] }]);
    expect(asked).toEqual([
      { text: 'Queries got slow\nEach takes a second more than last week.', labels: ['performance', 'database'] },
    ]);
  });

  it.each([
    [1, 1],
    [0.98, 0.875],
    [0.8, 0.667],
    [0.5, 0.5],
    [0, 0],
  ])('are less sure than the model says: %s is %s', async (score, probability) => {
    const [named] = await ask([{ label: 'performance', score }]).named;

    expect(named?.probability).toBeCloseTo(probability, 3);
  });

  it.each([
    ['the repository sends its texts nowhere', { config: configWith() }],
    ['it wants no labels', { config: { ...asking, labels: { ...asking.labels, enabled: false } } }],
    ['its own threads teach labels', { model: knowing(['database']) }],
    ['the thread has a label', { of: aReading({ title: 'Slow', labels: ['bug'] }) }],
  ])('are not asked for where %s', async (_, over) => {
    const { asked, named } = ask([{ label: 'performance', score: 1 }], over);

    expect(await named).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('are asked for where threads teach nothing but how they were dealt with', async () => {
    expect(await ask([{ label: 'performance', score: 1 }], { model: knowing(['stale']) }).named).toHaveLength(1);
  });

  it('are none while the model gives no answer', async () => {
    expect(await ask(null).named).toEqual([]);
  });

  it('are shown where they are sure enough, as those that are embedded are', async () => {
    const answer = [
      { label: 'performance', score: 0.98 },
      { label: 'database', score: 0.9 },
    ];
    const named = await ask(answer).named;
    const around = surroundings([], { named, labels, config: { ...asking, labels: defaultConfig.labels } });

    expect(suggest(reading, createRepositoryModel(), around).labels.map(({ name }) => name)).toEqual(['performance']);
  });
});
