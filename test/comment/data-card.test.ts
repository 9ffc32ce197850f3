import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { dataCard } from '../../src/comment/data-card.ts';

const splits = (['train', 'validation', 'test'] as const).map((name) => ({
  name,
  rows: [{ time: '2024-01-02T00:00:00.000Z' }, { time: '2024-02-03T00:00:00.000Z' }],
}));

function frontMatterOf(card: string): unknown {
  return parse(card.split('---\n')[1] ?? '');
}

describe('the card of a data set', () => {
  it('tells the loader the files of each split and the type of each column', () => {
    const card = dataCard({ source: 'acme/app', task: 'labels', splits, order: 'time', labels: [] });

    expect(frontMatterOf(card)).toMatchObject({
      task_categories: ['text-classification'],
      configs: [
        {
          config_name: 'default',
          data_files: [
            { split: 'train', path: 'train.jsonl' },
            { split: 'validation', path: 'validation.jsonl' },
            { split: 'test', path: 'test.jsonl' },
          ],
        },
      ],
      dataset_info: [
        {
          config_name: 'default',
          features: expect.arrayContaining([
            { name: 'labels', sequence: 'string' },
            { name: 'label', dtype: 'string' },
          ]),
        },
      ],
    });
    expect(card).toContain('| train | 2 | 2024-01-02 | 2024-02-03 |');
    expect(card).toContain('Private data');
  });

  it('has pairs by default, query first, and the corpus beside them', () => {
    const card = dataCard({ source: 'acme/app', task: 'related', splits, order: 'told', labels: [] });
    const { configs, dataset_info: infos } = frontMatterOf(card) as {
      configs: { config_name: string; default?: boolean }[];
      dataset_info: { features: { name: string }[] }[];
    };

    expect(configs.map((config) => [config.config_name, config.default ?? false])).toEqual([
      ['pairs', true],
      ['corpus', false],
    ]);
    expect(infos[0]?.features.slice(0, 2).map(({ name }) => name)).toEqual(['query', 'positive']);
    expect(card).toContain('Split in the order of the source');
  });

  it('shows names of others as text, and none of them to the loader', () => {
    const hostile = '---\n| `x` <img src=x> [a](javascript:1) @ann';

    const card = dataCard({
      source: hostile,
      task: 'labels',
      splits,
      order: 'time',
      labels: [{ name: hostile, rows: 1200 }],
    });

    expect(card.match(/^---$/gm)).toHaveLength(2);
    expect(JSON.stringify(frontMatterOf(card))).not.toContain('img');
    expect(card).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(javascript/);
    expect(card).toContain(' | 1,200 |');
  });

  it('cuts a long list of labels with a count', () => {
    const labels = Array.from({ length: 60 }, (_, n) => ({ name: `label ${n}`, rows: 1 }));

    const card = dataCard({ source: 'acme/app', task: 'labels', splits, order: 'time', labels });

    expect(card).toContain('| `label 49` | 1 |\n\nand 10 more.');
  });
});
