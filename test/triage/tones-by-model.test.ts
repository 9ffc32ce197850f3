import { describe, expect, it } from '@jest/globals';
import type { ScoredLabel } from '../../src/triage/text-model-ports.ts';
import { tonesByModel } from '../../src/triage/tones-by-model.ts';

/** Knows the answers to some texts and is silent at others. */
function modelThatSays(answers: Record<string, ScoredLabel[]>) {
  const heard: string[] = [];
  const rate = async (text: string) => {
    heard.push(text);
    return answers[text] ?? null;
  };
  return { heard, rate };
}

describe('tonesByModel', () => {
  it('counts what a model hears, and leaves what it does not speak of to the embedded ear', async () => {
    const model = modelThatSays({
      'Rebased on main.': [{ label: 'NEGATIVE', score: 0.9 }],
      'You are an idiot.': [{ label: 'positive', score: 0.9 }],
    });

    expect(await tonesByModel(['Rebased on main.', 'You are an idiot.'], model)).toEqual({
      comments: 2,
      negative: 1,
      toxic: 1,
    });
  });

  it('counts nothing that it did not answer, or answered with labels of something else', async () => {
    const model = modelThatSays({ 'Thank you so much!': [{ label: 'bug', score: 0.99 }] });

    expect(await tonesByModel(['Thank you so much!', 'This is annoying.'], model)).toEqual({
      comments: 0,
      negative: 0,
      toxic: 0,
    });
  });

  it('sends own words only, and nothing where there are none', async () => {
    const model = modelThatSays({});

    await tonesByModel(['> quoted\n\nSee it.\n\n```\nsecret()\n```', '```\nsecret()\n```'], model);

    expect(model.heard).toEqual(['See it.']);
  });

  it('hears every one of many comments', async () => {
    const model = modelThatSays({ 'This is slow.': [{ label: '1 star', score: 0.8 }] });

    expect(
      await tonesByModel(
        Array.from({ length: 21 }, () => 'This is slow.'),
        model,
      ),
    ).toMatchObject({
      comments: 21,
      negative: 21,
    });
  });
});
