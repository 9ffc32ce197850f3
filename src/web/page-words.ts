import type { Language } from '../comment/languages.ts';
import type { Acceptance } from '../domain/acceptance.ts';
import type { ThreadType } from '../domain/fact.ts';
import type { ItemKind, ItemOutcome } from '../domain/suggested-item.ts';
import { englishPages } from './page-words-en.ts';
import { chinesePages } from './page-words-zh.ts';

/** What the dashboard says besides the words of suggestions, which are those of the comment. */
export interface PageWords {
  skip: string;
  siteNavigation: string;
  repositoryNavigation: string;
  /** How many, as it is shown. */
  rows(all: string): string;
  pageOf(page: string, pages: string, all: string): string;
  previousPage: string;
  nextPage: string;
  measured: string;
  /** Opens the table that says what a chart draws, and heads its column of times. */
  theNumbers: string;
  when: string;
  notMeasured: string;
  overview: string;
  ready: string;
  notReady: string;
  checks: Record<string, string>;
  queue: string;
  lane: string;
  lanes: Record<string, string>;
  states: { waiting: string; active: string; delayed: string; failed: string };
  unknown: string;
  repositories: string;
  noRepositories: string;
  facts: Record<string, string>;
  learning: { never: string; running: string; failed: string; learnt: string };
  progress: string;
  learnNow: string;
  timeLeft(minutes: number): string;
  pausedFor(minutes: number): string;
  lastLearnt: string;
  lastMeasured: string;
  acceptance: {
    title: string;
    about: string;
    none: string;
    what: string;
    kinds: Record<ItemKind, string>;
    outcomes: Record<ItemOutcome, string>;
    share: string;
    promised: string;
    wanted: string;
    state: string;
    speaks: string;
    silent: Record<NonNullable<Acceptance['silent']>, string>;
  };
  suggestions: string;
  noSuggestions: string;
  threads: Record<ThreadType, string>;
  comments: Record<string, string>;
  after: string;
  nothing: string;
  unreadable: string;
  notFound: string;
  notFoundHint: string;
  forbidden: string;
  forbiddenWhy: string;
  forbiddenHow: string;
  forbiddenThen: string;
  failed: string;
  version: string;
  otherLanguage: { name: string; code: Language };
}

export const pageWords: Record<Language, PageWords> = { en: englishPages, 'zh-CN': chinesePages };
