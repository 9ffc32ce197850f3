import type { Verb, WhoMayCommand } from '../domain/command.ts';
import type { RankedPerson } from '../domain/suggestion.ts';
import type { CommandAnswer, WhyPerson } from './command-answer.ts';
import type { CommandWords, Speaking, Uses, WhyNot } from './command-words.ts';
import { englishCommands } from './command-words-en.ts';
import { chineseCommands } from './command-words-zh.ts';
import { codeSpan } from './escape.ts';
import { type Language, languages } from './languages.ts';
import { markdownInk, type RepositoryAddress } from './markdown-ink.ts';
import { recommendationLanguages, renderRecommendations } from './render-recommendations.ts';
import { renderWhy, whyPersonLines } from './render-why.ts';

export interface AnswerContext {
  language: Language;
  repository: RepositoryAddress;
  uses: Uses;
}

export const commandLanguages: Record<Language, CommandWords> = { en: englishCommands, 'zh-CN': chineseCommands };

const MAX_LENGTH = 20_000;
const MOST_REASONS = 3;

/** Markdown that pings nobody; '' where a reaction says it all. */
export function renderAnswer(answer: CommandAnswer, { language, repository, uses }: AnswerContext): string {
  const typed = (verb: Verb, what: 'usage' | 'example') => codeSpan(`/commscore ${uses[verb][what]}`);
  const ink = {
    ...markdownInk(repository),
    usage: (verb: Verb) => typed(verb, 'usage'),
    example: (verb: Verb) => typed(verb, 'example'),
  };
  if (answer.kind === 'next') {
    return renderRecommendations(answer, { words: languages[language], say: recommendationLanguages[language], ink });
  }
  return sentence(answer, { words: languages[language], say: commandLanguages[language], ink }, uses);
}

/** The whole reply to one comment, command by command; null where nothing is said. */
export function renderReply(answers: { line: string; said: string }[]): string | null {
  const spoken = answers.filter(({ said }) => said !== '');
  const parts = spoken.map(({ line, said }) => (answers.length > 1 ? `${codeSpan(line)}\n\n${said}` : said));
  let body = '';
  for (const part of parts) if (body.length + part.length < MAX_LENGTH) body += body === '' ? part : `\n\n${part}`;
  return body === '' ? null : body;
}

function sentence(answer: Exclude<CommandAnswer, { kind: 'next' }>, speaking: Speaking, uses: Uses): string {
  const { say, ink } = speaking;
  switch (answer.kind) {
    case 'done':
    case 'too-often':
      return '';
    case 'refused':
      return say.refused(ink.usage(answer.verb));
    case 'problem':
      return say.problem(answer.problem, ink);
    case 'help':
      return help(speaking, uses);
    case 'why':
      return renderWhy(answer.why, speaking);
    case 'why-person':
      return whyPerson(answer.why, speaking);
    case 'who':
      return who(answer, speaking);
    case 'asked-all-the-same':
      return list(
        say.askedAllTheSame,
        answer.people.map(({ login, never }) => `${codeSpan(login)} ${say.never[never]}`),
      );
    case 'nothing-to-undo':
      return say.nothingToUndo;
    case 'nothing-to-reroll':
      return say.nothingToReroll;
    case 'still-silent':
      return say.silent[answer.because];
    case 'will-be-forgotten':
      return say.willBeForgotten;
  }
}

function help({ say, ink, words }: Speaking, uses: Uses): string {
  const verbs = Object.keys(uses) as Verb[];
  const groups = (['anyone', 'themselves', 'triage'] as const satisfies WhoMayCommand[]).map((who) => {
    const theirs = verbs.filter((verb) => uses[verb].who === who);
    return list(
      `**${say.whoMay[who]}**`,
      theirs.map((verb) => ink.usage(verb) + words.colon + say.does[verb]),
    );
  });
  return groups.join('\n\n');
}

function whyPerson(why: WhyPerson, speaking: Speaking): string {
  const { say, words } = speaking;
  switch (why.is) {
    case 'suggested':
      return whyPersonLines(why.person, speaking);
    case 'never':
      return say.whyNot(codeSpan(why.login), { is: 'never', because: say.never[why.never] });
    case 'unlikely':
    case 'behind': {
      const { person, ...place } = why;
      const told: WhyNot = { ...place, sureness: words.sureness(person.probability) };
      return `${say.whyNot(codeSpan(why.login), told)}\n\n${whyPersonLines(person, speaking)}`;
    }
    default:
      return say.whyNot(codeSpan(why.login), why);
  }
}

function who({ about, people }: { about: string; people: RankedPerson[] }, { say, words, ink }: Speaking): string {
  const shown = about === '' ? '' : codeSpan(about);
  if (people.length === 0) return say.nobodyKnows(shown);
  const lines = people.map(({ login, reasons }) => {
    const why = reasons.slice(0, MOST_REASONS).map((reason) => words.personReason(reason, ink));
    return ink.person(login) + words.colon + why.join(words.semicolon);
  });
  return list(`**${say.knows(shown)}**`, lines);
}

function list(title: string, lines: string[]): string {
  return [title, '', ...lines.map((line) => `- ${line}`)].join('\n');
}
