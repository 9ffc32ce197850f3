import { type ChangedSetting, changedSettings } from '../config/config-changes.ts';
import type { ConfigProposal } from '../config/config-proposal.ts';
import type { ConfigProblem } from '../config/repository-config.ts';
import { type ConfigCheckWords, chineseCheck, englishCheck } from './config-check-words.ts';
import { cellCode, plainText } from './escape.ts';
import type { Language } from './languages.ts';

/** What a check run says of a file: a verdict, a summary in Markdown, and plain words on its lines. */
export interface CheckReport {
  passed: boolean;
  title: string;
  summary: string;
  annotations: { line: number; message: string }[];
}

const languages: Record<Language, ConfigCheckWords> = { en: englishCheck, 'zh-CN': chineseCheck };

/** As many as GitHub takes in one request. */
const MOST_ANNOTATIONS = 50;
const MAX_MESSAGE = 300;
const MAX_VALUE = 80;

/** What the pull request would make of the configuration, in the language that is in force. */
export function renderConfigCheck(proposal: ConfigProposal): CheckReport {
  const { inForce, proposed, deleted, problems } = proposal;
  const say = languages[inForce.language];
  if (proposed === null) return failure(problems, say);
  const changed = changedSettings(inForce, proposed);
  const table = changed.length === 0 ? say.nothingChanges : changeTable(changed, say);
  const told = changed.length === 0 ? say.same : say.changes(changed.length);
  return {
    passed: true,
    title: deleted ? say.defaultsHold : told,
    summary: [lead(changed, deleted, say), table].filter((part) => part !== '').join('\n\n'),
    annotations: [],
  };
}

function lead(changed: ChangedSetting[], deleted: boolean, say: ConfigCheckWords): string {
  if (deleted) return say.onceDeleted;
  return changed.length === 0 ? '' : say.onceMerged;
}

function failure(problems: ConfigProblem[], say: ConfigCheckWords): CheckReport {
  const some = problems.slice(0, MOST_ANNOTATIONS);
  const rest = some.length < problems.length ? [say.shown(some.length, problems.length)] : [];
  return {
    passed: false,
    title: say.problems(problems.length),
    summary: [say.lastGoodStays, ...rest].join(' '),
    annotations: some.map(({ line, message }) => ({ line: line ?? 1, message: plainText(message, MAX_MESSAGE) })),
  };
}

function changeTable(changed: ChangedSetting[], { columns }: ConfigCheckWords): string {
  const rows = changed.map(({ key, before, after }) => [key, before, after].map((text) => cellCode(text, MAX_VALUE)));
  return [[columns.key, columns.before, columns.after], ['---', '---', '---'], ...rows].map(row).join('\n');
}

function row(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}
