import { describe, expect, it } from '@jest/globals';
import { scoresTable } from '../../src/cli/scores-table.ts';
import type { TaskScores } from '../../src/community/task-scores.ts';

const person = { interest: 0.25, skill: 0.5, match: 0.125, completionChance: 0.75, completion: 0.0625, cooperation: 0 };
const scores: TaskScores = {
  difficulty: {
    score: 0.625,
    days: { typical: 10.25, percentile: 0.75 },
    people: null,
    files: { typical: 3, percentile: 0.5 },
  },
  demand: [
    { kind: 'label', name: 'bug', open: 2, perWeek: 0, weeks: null },
    { kind: 'topic', name: 'queue', open: 3, perWeek: 1.5, weeks: 2 },
  ],
  people: [{ login: 'ann', ...person }],
};

describe('scores table', () => {
  it('tells the task first, then each person', () => {
    expect(scoresTable(scores)).toBe(
      [
        'Scores',
        '',
        'difficulty 0.625 (10.3 days, percentile 75; 3 files, percentile 50)',
        'label bug: no end in sight (2.0 open, 0.0 done a week)',
        'topic queue: 2.0 weeks of work waiting (3.0 open, 1.5 done a week)',
        '',
        'interest  skill  match  completes  completion  cooperation  who',
        '0.250     0.500  0.125  0.750      0.063       0.000        ann',
      ].join('\n'),
    );
  });

  it('says that nothing is known where nothing is', () => {
    const difficulty = { score: null, days: null, people: null, files: null };

    expect(scoresTable({ difficulty, demand: [], people: [] })).toBe(
      'Scores\n\ndifficulty not known: no closed task is like this one',
    );
  });

  it('shows hostile names of areas and people without what would steer a terminal', () => {
    const shown = scoresTable({
      ...scores,
      demand: [{ kind: 'label', name: 'b\u001b[2Jug\n', open: 1, perWeek: 1, weeks: 1 }],
      people: [{ login: 'a\u001b[31mn', ...person }],
    });

    expect(shown).toContain('label b[2Jug: 1.0 weeks');
    expect(shown).toContain('a[31mn');
    expect(shown).not.toContain('\u001b');
  });
});
