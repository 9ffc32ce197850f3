import type { AreaName } from '../domain/next-task.ts';
import type { OwnReason, RecommendationWords } from './recommendation-words.ts';
import type { Ink } from './words.ts';

export const englishRecommendations: RecommendationWords = {
  tasks: 'You could take up next',
  articles: 'Worth reading',
  people: 'Work on the same, and you have not dealt with each other yet',
  nothing: 'Nothing that is open and free fits what is known of your work here.',
  labelled: (label) => `labelled ${label}`,
  unanswered: 'a question without an answer',
  reason,
  fits: (fits, terms, ink) => {
    const what = fits.kind === 'thread' ? ink.thread(fits.id) : area(fits.area, ink);
    return `fits ${what} by the words ${joined(terms.map(ink.code))}`;
  },
  shared: (areas, ink) => `active in ${joined(areas.map((one) => area(one, ink)))}`,
};

function reason(it: OwnReason, ink: Ink): string {
  switch (it.kind) {
    case 'in-their-areas':
      return `you are active in ${joined(it.areas.map((one) => area(one, ink)))}`;
    case 'fitting-difficulty':
      return `${it.as === 'easy' ? 'looks easy' : 'about as hard as what you finish'}${took(it.days)}`;
    case 'work-waits':
      return `${weeks(it.weeks)} in ${area(it.area, ink)}`;
  }
}

function took(days: number | null): string {
  if (days === null) return '';
  if (days < 1) return ': those like it took less than a day';
  return `: those like it took ${Math.round(days) === 1 ? 'a day' : `${Math.round(days)} days`}`;
}

function weeks(count: number | null): string {
  return count === null ? 'nothing gets done' : `${Math.round(count)} weeks of work wait`;
}

function area({ kind, name }: AreaName, ink: Ink): string {
  return kind === 'label' ? `the label ${ink.code(name)}` : ink.code(name);
}

function joined(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
