import type { Advice } from '../community/digest-advice.ts';
import type { ItemKind } from '../domain/suggested-item.ts';
import type { DigestInk } from './digest-ink.ts';
import { counted } from './english-lists.ts';

export const itemsInEnglish: Record<ItemKind, string> = {
  label: 'Labels',
  assignee: 'Assignees',
  reviewer: 'Reviewers',
  related: 'Related content',
};

/** Each with the number that it comes from. */
export function adviceInEnglish(advice: Advice, ink: DigestInk): string {
  switch (advice.kind) {
    case 'answer-waiting':
      return `Answer the ${counted(advice.threads, 'thread')} that ${advice.threads === 1 ? 'waits' : 'wait'} for maintainers, ${longest(advice.threads, advice.mostDays)}.`;
    case 'review-waiting':
      return `Review the ${counted(advice.pulls, 'pull request')} that somebody was asked to review, ${longest(advice.pulls, advice.mostDays)}, or ask somebody else.`;
    case 'ask-authors':
      return `Ask or close: in ${counted(advice.threads, 'thread')} the author was answered and has said nothing since, ${longest(advice.threads, advice.mostDays)}.`;
    case 'second-owner':
      return `Name a second owner for ${ink.code(advice.directory)}: ${advice.filesAtRisk} of its ${counted(advice.files, 'file')} are known to at most one person.`;
    case 'share-load':
      return `Share the load: ${counted(advice.overloaded, 'person holds', 'people hold')} more than ${advice.capacity} open threads, ${advice.beyond} beyond that in all, one of them ${advice.most}. Hand some on, or raise ${ink.code('people.capacity')} if that is fine.`;
    case 'answer-sooner':
      return `Answer sooner: a first response took ${days(advice.hours)} in the median, after ${days(advice.hoursBefore)} before.`;
    case 'backlog-grows':
      return `Close more than comes in, or say no sooner: ${advice.opened} opened and ${advice.ended} ended, and it was so the time before.`;
    case 'silent-label':
      return `Describe the label ${ink.code(advice.label)} or put it under ${ink.code('labels.deny')}: ${outOf(advice)}, so it is not suggested any more.`;
    case 'silent-kind':
      return `Look at ${itemsInEnglish[advice.item].toLowerCase()}: ${outOf(advice)}, so they are not suggested any more. A higher ${ink.code(`${SECTIONS[advice.item]}.minPrecision`)} says less and is right more often.`;
  }
}

const SECTIONS: Record<ItemKind, string> = {
  label: 'labels',
  assignee: 'assignees',
  reviewer: 'reviewers',
  related: 'related',
};

function longest(threads: number, days: number): string {
  return `${threads === 1 ? 'silent' : 'the longest silent'} for ${counted(days, 'day')}`;
}

function days(hours: number): string {
  return hours < 48 ? counted(Math.round(hours), 'hour') : counted(Math.round(hours / 24), 'day');
}

function outOf({ accepted, decided, judged }: { accepted: number; decided: number; judged: number }): string {
  return `people accepted ${accepted} of ${judged} suggestions and decided on ${decided}`;
}
