import { describe, expect, it } from '@jest/globals';
import { emptyTask } from '../../src/domain/task.ts';
import { compareModel, notConfigured } from '../../src/triage/compare-model.ts';
import type { ScoredLabel } from '../../src/triage/text-model-ports.ts';
import { aQuestion } from './a-question.ts';

function asked(title: string, given: Record<string, number>, right: string[]) {
  return { question: aQuestion(given, right), task: { ...emptyTask, title } };
}

function aModel(answers: Record<string, ScoredLabel[] | null>) {
  const texts: string[] = [];
  return {
    texts,
    name: 'acme/labels',
    atOnce: 2,
    because: () => 'the server failed',
    rate: async (text: string) => {
      texts.push(text);
      return answers[text] ?? null;
    },
  };
}

const three = [
  asked('Crash', { bug: 0.9 }, ['bug']),
  asked('Dark mode', { bug: 0.6, Wish: 0.4 }, ['Wish']),
  asked('How?', { bug: 0.5 }, ['question']),
];

describe('a model beside what is embedded', () => {
  it('is asked the same questions, and both are scored on them', async () => {
    const model = aModel({
      Crash: [{ label: 'BUG', score: 0.95 }],
      'Dark mode': [{ label: 'wish', score: 0.9 }],
      'How?': [{ label: 'bug', score: 0.7 }],
    });

    const { byModel, embedded, ...rest } = await compareModel(three, model);

    expect(model.texts).toEqual(['Crash', 'Dark mode', 'How?']);
    expect(byModel.scores).toMatchObject({ questions: 3, top1: 2 / 3 });
    expect(embedded.scores).toMatchObject({ questions: 3, top1: 1 / 3 });
    expect(byModel.labels.shown.micro).toMatchObject({ precision: 1, recall: 2 / 3 });
    expect(rest).toEqual({ model: 'acme/labels', asked: 3, answered: 3, problem: null, strangeLabels: [] });
  });

  it('counts only what it answers, for both, and says why there is less', async () => {
    const model = aModel({ Crash: [{ label: 'bug', score: 0.95 }] });

    const comparison = await compareModel(three, model);

    expect(comparison).toMatchObject({
      asked: 3,
      answered: 1,
      problem: { kind: 'no-answer', because: 'the server failed' },
      byModel: { scores: { questions: 1, top1: 1 } },
      embedded: { scores: { questions: 1, top1: 1 } },
    });
  });

  it('names labels that the history does not have', async () => {
    const { strangeLabels } = await compareModel(
      three.slice(0, 1),
      aModel({
        Crash: [
          { label: 'LABEL_1', score: 0.9 },
          { label: 'LABEL_0', score: 0.1 },
        ],
      }),
    );

    expect(strangeLabels).toEqual(['LABEL_0', 'LABEL_1']);
  });

  it('is told of where it is not configured', () => {
    expect(notConfigured('acme/labels')).toMatchObject({
      asked: 0,
      answered: 0,
      problem: { kind: 'not-configured' },
    });
  });
});
