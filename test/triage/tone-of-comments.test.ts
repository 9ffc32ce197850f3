import { describe, expect, it } from '@jest/globals';
import type { ScoredLabel, TextModels } from '../../src/triage/ports.ts';
import { toneOfComments } from '../../src/triage/tone-of-comments.ts';

const COMMENTS = ['This is really annoying.', 'Thank you so much!', 'You are an idiot.', 'Rebased on main.'];

/** Knows the answers to some texts and is silent at others. */
function modelsThatSay(answers: Record<string, ScoredLabel[]>): TextModels & { heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    hashOf: (text) => text,
    embed: async (texts) => texts.map(() => ({ vector: null, refused: false })),
    classify: async () => null,
    rate: async (text) => {
      heard.push(text);
      return answers[text] ?? null;
    },
  };
}

describe('toneOfComments', () => {
  it('counts what the embedded ear hears where there are no models', async () => {
    const shares = await toneOfComments(COMMENTS, null);

    expect(shares).toMatchObject({ comments: 4, negative: 2, toxic: 1 });
  });

  it('says nothing of nothing', async () => {
    expect(await toneOfComments([], null)).toEqual({ comments: 0, negative: 0, toxic: 0, meanSentiment: 0 });
  });

  it('is the same where the models are silent', async () => {
    expect(await toneOfComments(COMMENTS, modelsThatSay({}))).toEqual(await toneOfComments(COMMENTS, null));
  });

  it('lets a model overrule the embedded ear in what it speaks of, and in nothing else', async () => {
    const models = modelsThatSay({
      'Rebased on main.': [{ label: 'NEGATIVE', score: 0.9 }],
      'You are an idiot.': [{ label: 'positive', score: 0.9 }],
    });

    expect(await toneOfComments(COMMENTS, models)).toMatchObject({ negative: 2, toxic: 1 });
  });

  it('is not led by a model of something else', async () => {
    const models = modelsThatSay({ 'Thank you so much!': [{ label: 'bug', score: 0.99 }] });

    expect(await toneOfComments(COMMENTS, models)).toEqual(await toneOfComments(COMMENTS, null));
  });

  it('sends own words only, and nothing where there are none', async () => {
    const models = modelsThatSay({});

    await toneOfComments(['> quoted\n\nSee it.\n\n```\nsecret()\n```', '```\nsecret()\n```'], models);

    expect(models.heard).toEqual(['See it.']);
  });

  it('hears every one of many comments', async () => {
    const shares = await toneOfComments(
      Array.from({ length: 21 }, () => 'This is really annoying.'),
      modelsThatSay({}),
    );

    expect(shares).toMatchObject({ comments: 21, negative: 21 });
    expect(shares.meanSentiment).toBeLessThan(-0.3);
  });
});
