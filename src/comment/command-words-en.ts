import type { CommandProblem } from '../domain/command.ts';
import type { CommandWords, UseInk, WhyNot } from './command-words.ts';
import { evidenceSentence } from './evidence-words.ts';
import { percent } from './words.ts';

export const englishCommands: CommandWords = {
  commands: 'Commands',
  does: {
    help: 'lists the commands',
    why: 'tells why this was suggested, or why somebody was or was not',
    who: 'tells who knows a path, a subject, or what this thread is about',
    next: 'tells what you could take up and read next, and whom you could meet',
    assign: 'assigns people; `me` is yourself',
    review: 'asks people to review this pull request; `me` is yourself',
    label: 'adds labels that exist; a name that holds a comma goes in quotation marks',
    undo: 'takes back what the app itself put on this thread',
    reroll: 'sends back the people who are suggested now and suggests others',
    retry: 'looks at this thread again now, even if its comment was deleted or the thread is older than the app',
    ignore: 'removes the comment and leaves this thread alone until `retry`',
    away: 'you are not suggested until that day (UTC) is over, or until you are `back`',
    back: 'you are not away any more',
    capacity: 'you are suggested only while you hold fewer than N open issues and pull requests',
    'opt-out': 'you are never suggested',
    'opt-in': 'takes back `opt-out`',
    'forget-me': "removes what was learnt of you in all of this owner's repositories, for good",
  },
  whoMay: {
    anyone: 'Anyone',
    themselves: 'Anyone, for themselves',
    triage: 'Whoever has triage permission',
  },
  who: { anyone: 'anyone', themselves: 'anyone, for themselves', triage: 'triage permission' },
  refused: (usage) => `${usage} needs triage permission in this repository. Somebody who has it can write the same.`,
  problem,
  never: {
    author: 'opened this thread',
    bot: 'is a bot',
    excluded: 'is excluded by the configuration',
    denied: 'is excluded by the configuration',
    'not-allowed': 'is not among those whom the configuration allows',
    away: 'is away',
    'opted-out': 'does not want to be suggested',
    declined: 'was taken off this thread or sent back',
    'already-there': 'takes part in this thread already',
    'without-access': 'cannot be assigned here',
    'over-capacity': 'holds as many open issues and pull requests as they can',
    inactive: 'has not been active here lately',
  },
  silent: {
    closed: 'This thread is closed, so nothing is suggested.',
    locked: 'This thread is locked, so nothing is written here.',
    'opened by a bot': 'This thread was opened by a bot, so nothing is suggested.',
    'still a draft': 'This is a draft: it is looked at when it is ready for review.',
    'switched off for this kind of thread': 'The configuration has switched off suggestions for this kind of thread.',
    'of a category that is left alone': 'The configuration leaves discussions of this category alone.',
    answered: 'This discussion is answered, so nothing is suggested.',
  },
  askedAllTheSame: 'Done. Good to know:',
  nothingToUndo: 'There is nothing on this thread that the app put there.',
  nothingToReroll: 'Nobody is suggested on this thread now.',
  willBeForgotten:
    "What was learnt of you in this owner's repositories will be removed within minutes, and nothing new will be learnt.",
  nothingSuggested: 'Nothing is suggested for this thread now.',
  evidence:
    'Each figure is what it adds to the log odds beside the mean candidate; weights are those that this repository has taught.',
  evidenceSentence,
  weight: (weight) => `weight ${weight}`,
  whyNot,
  knows: (about) => (about === '' ? 'Know what this is about' : `Know ${about}`),
  nobodyKnows: (about) =>
    about === '' ? 'Nobody is known to know what this is about.' : `Nobody is known to know ${about}.`,
};

function problem(found: CommandProblem, ink: UseInk): string {
  switch (found.kind) {
    case 'unknown-verb':
      return `There is no command ${ink.code(found.verb)}. ${found.nearest === null ? '' : `Did you mean ${ink.usage(found.nearest)}? `}${ink.usage('help')} lists all.`;
    case 'too-long':
      return `A command has at most ${found.most} characters.`;
    case 'too-many':
      return `One comment may hold at most ${found.most} commands; the rest was not run.`;
    case 'bad-arguments':
      return `It is written ${ink.usage(found.verb)}, for example ${ink.example(found.verb)}.`;
    case 'not-a-login':
      return `${ink.code(found.given)} is no login. It is written ${ink.usage(found.verb)}, for example ${ink.example(found.verb)}.`;
    case 'not-a-day':
      return `${ink.code(found.given)} is no day. It is written as in ${ink.example('away')}.`;
    case 'day-is-over':
      return `${ink.code(found.given)} is over already.`;
    case 'not-a-capacity':
      return `${ink.code(found.given)} is no number from 0 to ${found.most}. It is written as in ${ink.example('capacity')}.`;
    case 'pulls-only':
      return `${ink.usage(found.verb)} is for pull requests.`;
    case 'not-on-discussions':
      return `GitHub has nothing of the kind on discussions: ${ink.usage(found.verb)} is for issues and pull requests.`;
    case 'nobody-asked':
      return `On a discussion those who could answer are only named, and nobody is asked who could be sent back: ${ink.usage(found.verb)} is for issues and pull requests.`;
    case 'without-access':
      return `${ink.code(found.login)} cannot be assigned here: GitHub wants them to have access to this repository first. Nothing was changed.`;
    case 'not-taken':
      return `GitHub did not take ${found.names.map(ink.code).join(', ')}.`;
    case 'is-author':
      return `${ink.code(found.login)} opened this pull request, and GitHub lets nobody review their own.`;
    case 'no-such-label':
      return `There is no label ${ink.code(found.name)}.${found.nearest === null ? '' : ` Did you mean ${ink.code(found.nearest)}?`} Nothing was changed.`;
  }
}

function whyNot(name: string, why: WhyNot): string {
  switch (why.is) {
    case 'never':
      return `${name} is not suggested: ${why.because}.`;
    case 'not-needed':
      return `${name} is not suggested: somebody has this thread already, so nobody is looked for.`;
    case 'off':
      return `${name} is not suggested: nobody is, on this kind of thread.`;
    case 'unknown':
      return `${name} is not suggested: no work of theirs is known that has to do with it.`;
    case 'unlikely':
      return `${name} is not suggested: ${why.sureness}, and ${percent(why.needed)}% are needed.`;
    case 'behind':
      return `${name} is not suggested: in place ${why.place} (${why.sureness}), and at most ${why.most} are suggested.`;
  }
}
