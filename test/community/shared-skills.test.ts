import { describe, expect, it } from '@jest/globals';
import type { AreaSkill } from '../../src/community/area-skills.ts';
import { sharedSkills } from '../../src/community/shared-skills.ts';

const topic = (name: string, known: Partial<AreaSkill>): AreaSkill => ({
  ...{ kind: 'topic', name, open: 0, weeks: 0, knowers: 0, free: [] },
  ...known,
});

describe('shared skills', () => {
  it('are what one repository needs and another has people for', () => {
    const shared = sharedSkills([
      { repository: 'acme/web', skills: [topic('queue', { open: 3, weeks: 4 }), topic('css', { open: 9, weeks: 9 })] },
      { repository: 'acme/engine', skills: [topic('queue', { knowers: 4, free: ['ann', 'bob', 'cas'] })] },
    ]);

    expect(shared).toEqual([
      {
        // Urgency 4 / (4 + 4), times 3 / (3 + 1) for three people.
        ...{ kind: 'topic', name: 'queue', score: 0.375 },
        needs: [{ repository: 'acme/web', open: 3, weeks: 4, knowers: 0 }],
        haves: [{ repository: 'acme/engine', knowers: 4, free: ['ann', 'bob', 'cas'] }],
      },
    ]);
  });

  it('are needed less where people have room already', () => {
    const skills = (free: string[]) => [topic('queue', { open: 3, weeks: 12, free, knowers: free.length })];
    const engine = { repository: 'acme/engine', skills: [topic('queue', { knowers: 1, free: ['ann'] })] };
    const alone = sharedSkills([{ repository: 'acme/web', skills: skills([]) }, engine]);
    const helped = sharedSkills([{ repository: 'acme/web', skills: skills(['zoe']) }, engine]);

    expect(alone[0]?.score).toBe(0.375);
    expect(helped[0]?.score).toBe(0.1875);
  });

  it('are none within one repository, where nothing waits long, or without anybody free', () => {
    const both = topic('queue', { open: 3, weeks: 9, knowers: 2, free: ['ann'] });
    const short = topic('queue', { open: 1, weeks: 1 });
    const busy = topic('queue', { knowers: 2 });

    expect(sharedSkills([{ repository: 'acme/web', skills: [both] }])).toEqual([]);
    expect(
      sharedSkills([
        { repository: 'a/b', skills: [short] },
        { repository: 'a/c', skills: [both] },
      ]),
    ).toEqual([]);
    expect(
      sharedSkills([
        { repository: 'a/b', skills: [topic('queue', { open: 3, weeks: 9 })] },
        { repository: 'a/c', skills: [busy] },
      ]),
    ).toEqual([]);
  });

  it('do not depend on the order of the repositories', () => {
    const one = {
      repository: 'a/b',
      skills: [topic('queue', { open: 3, weeks: null }), topic('css', { free: ['ann'] })],
    };
    const other = {
      repository: 'a/c',
      skills: [topic('queue', { free: ['bob'] }), topic('css', { open: 1, weeks: 5 })],
    };

    expect(sharedSkills([one, other]).map(({ name }) => name)).toEqual(['queue', 'css']);
    expect(sharedSkills([other, one])).toEqual(sharedSkills([one, other]));
  });
});
