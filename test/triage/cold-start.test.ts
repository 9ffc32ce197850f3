import { describe, expect, it } from '@jest/globals';
import { coldStart } from '../../src/triage/cold-start.ts';
import { aQuestion } from './a-question.ts';

describe('a cold start', () => {
  it('is scored by how little was known, questions included that do not count', () => {
    const [ten, fifty, twoHundred] = coldStart([
      aQuestion({ ann: 1 }, ['bob'], { known: 0, counted: false }),
      aQuestion({ ann: 1 }, ['ann'], { known: 9 }),
      aQuestion({ ann: 1 }, ['ann'], { known: 10 }),
      aQuestion({ ann: 1 }, ['ann'], { known: 199 }),
      aQuestion({ ann: 1 }, ['ann'], { known: 200 }),
    ]);

    expect(ten).toMatchObject({ kind: 'early', below: 10, scores: { questions: 2, top1: 1 / 2 } });
    expect(fifty).toMatchObject({ kind: 'early', below: 50, scores: { questions: 3, top1: 2 / 3 } });
    expect(twoHundred).toMatchObject({ kind: 'early', below: 200, scores: { questions: 4, top1: 3 / 4 } });
  });

  it('is scored for what is new among the questions that count', () => {
    const [, , , directory, author] = coldStart([
      aQuestion({ ann: 1 }, ['ann'], { newDirectory: true }),
      aQuestion({ ann: 1 }, ['bob'], { newAuthor: true }),
      aQuestion({ ann: 1 }, ['ann'], { newAuthor: true, newDirectory: true, counted: false }),
    ]);

    expect(directory).toMatchObject({ kind: 'new-directory', scores: { questions: 1, top1: 1 } });
    expect(author).toMatchObject({ kind: 'new-author', scores: { questions: 1, top1: 0 } });
  });
});
