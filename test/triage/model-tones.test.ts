import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/repository-config.ts';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { withModelTones } from '../../src/triage/model-tones.ts';
import type { TextModels, VectorStore } from '../../src/triage/text-model-ports.ts';
import { toneThread } from '../community/tone-history.ts';

const ref = { installationId: 1, owner: 'acme', repo: 'app', type: 'issue', number: 1 } as const;
const week = (monday: string, comments: number) => ({ week: monday, comments, negative: 0, toxic: 0 });
const fact: ThreadFact = toneThread(1, [week('2026-11-16', 2), week('2026-11-23', 1)]);
const said = [
  { at: '2026-11-23T00:00:00Z', text: 'Slow again.' },
  { at: '2026-11-22T23:00:00Z', text: 'Slow.' },
];

const vectors: VectorStore = {
  factsWithoutVector: async () => [],
  saveVectors: async () => {},
  readVectors: async () => [],
};

function ports(provider: 'embedded' | 'huggingface') {
  const asked: string[] = [];
  const models: TextModels = {
    hashOf: (text) => text,
    embed: async (texts) => texts.map(() => ({ vector: null, refused: false })),
    classify: async () => null,
    rate: async (text) => {
      asked.push(text);
      return [{ label: 'negative', score: 0.9 }];
    },
  };
  const config = { ...defaultConfig, inference: { provider } };
  return {
    asked,
    github: { readConfig: async () => ({ config, problems: [] }) },
    textModels: { provider: { embeddingModel: 'some/model', of: () => models }, vectors },
  };
}

describe('withModelTones', () => {
  it('adds to each week what the model hears, beside what the embedded ear heard', async () => {
    const heard = await withModelTones(ref, { fact, said }, ports('huggingface'));

    expect(heard.tones).toEqual([
      { ...week('2026-11-16', 2), byModel: { comments: 1, negative: 1, toxic: 0 } },
      { ...week('2026-11-23', 1), byModel: { comments: 1, negative: 1, toxic: 0 } },
    ]);
  });

  it('asks of the latest twenty comments', async () => {
    const scene = ports('huggingface');
    const many = Array.from({ length: 30 }, (_, n) => ({ at: `2026-11-23T00:${10 + n}:00Z`, text: `Comment ${n}` }));

    await withModelTones(ref, { fact, said: many.toReversed() }, scene);

    expect(scene.asked).toEqual(many.slice(10).map(({ text }) => text));
  });

  it.each([
    ['the repository sends its texts nowhere', ports('embedded')],
    ['no model is set up', { github: ports('huggingface').github }],
  ])('leaves the thread as it is where %s', async (_what, scene) => {
    expect(await withModelTones(ref, { fact, said }, scene)).toBe(fact);
  });

  it('asks nothing where no comments are told', async () => {
    expect(await withModelTones(ref, { fact }, ports('huggingface'))).toBe(fact);
  });
});
