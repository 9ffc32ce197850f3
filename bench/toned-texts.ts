import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toneOf } from '../src/text/tone.ts';
import { readPack } from './pack-facts.ts';
import { packLines } from './pack-lines.ts';

/** How one text of a history sounds, in the order in which they were written. */
export interface TonedText {
  negative: boolean;
  toxic: boolean;
  labels: string[];
}

export interface TonedHistory {
  name: string;
  /** Histories of one community are tuned on, or judged on, together. */
  community: string;
  language: 'en' | 'zh';
  texts: TonedText[];
}

/** Whole texts of threads, and comments where a history has them; communities that are in several packs are taken once. */
const PACKS = {
  'labels-go': 'go',
  'related-hadoop': 'hadoop',
  'related-openoffice': 'openoffice',
  'assign-jira-a-ambari': 'ambari',
  'assign-jira-a-datalab': 'datalab',
  'assign-jira-a-geode': 'geode',
  'assign-jira-a-hdds': 'hdds',
};
/** The newest of a history: enough for years of weeks. */
const MOST_TEXTS = 10_000;

interface SourceThread {
  title: string;
  body: string | null;
  created_at?: string | null;
  labels?: string[];
  lang?: string;
  comments?: { author: string | null; created_at: string; body: string | null }[];
}

/** Those that are there. */
export async function* tonedHistories(): AsyncGenerator<TonedHistory> {
  for (const [name, community] of Object.entries(PACKS)) {
    const pack = await readPack(name);
    if (pack === null) continue;
    const threads = pack.facts.filter((fact) => fact.kind === 'thread').slice(-MOST_TEXTS);
    const texts = threads.map(({ title, body, labels }) => toned(`${title}\n\n${body}`, labels));
    yield { name, community, language: 'en', texts };
  }
  const go = await sourceThreads('go');
  if (go.length > 0) yield { name: 'threads/go, comments', community: 'go', language: 'en', texts: commentsOf(go) };
  const vscode = (await sourceThreads('vscode-multilingual')).filter(({ lang }) => lang?.startsWith('zh'));
  const inChinese = vscode.toSorted(byTime).map(({ title, body }) => toned(`${title}\n\n${body ?? ''}`, []));
  if (vscode.length > 0) {
    yield { name: 'threads/vscode, Chinese', community: 'vscode', language: 'zh', texts: inChinese };
  }
}

function commentsOf(threads: SourceThread[]): TonedText[] {
  const comments = threads.flatMap(({ comments: all = [], labels = [] }) => all.map((one) => ({ ...one, labels })));
  return comments.toSorted(byTime).map(({ body, labels }) => toned(body ?? '', labels));
}

/** Beside the packs lie threads as GitHub told them. */
async function sourceThreads(name: string): Promise<SourceThread[]> {
  const file = join(process.env.COMMSCORE_PACKS ?? '../shared/packs', '../threads', `${name}.jsonl.gz`);
  if (!existsSync(file)) return [];
  const threads: SourceThread[] = [];
  for await (const line of packLines(file)) threads.push(JSON.parse(line));
  return threads;
}

function byTime(a: { created_at?: string | null }, b: { created_at?: string | null }): number {
  return (a.created_at ?? '') < (b.created_at ?? '') ? -1 : 1;
}

function toned(text: string, labels: string[]): TonedText {
  const { negative, toxic } = toneOf(text.slice(0, 10_000));
  return { negative, toxic, labels };
}
