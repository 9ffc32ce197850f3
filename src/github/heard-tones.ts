import { weekOf } from '../community/week-of.ts';
import type { ThreadFact, WeekTones } from '../domain/fact.ts';
import { toneOf } from '../text/tone.ts';
import { writtenWords } from '../text/written-words.ts';
import { isAutomation } from './bots.ts';
import type { Words } from './spoken-words.ts';

export interface HeardThread {
  title: string;
  body: string;
  createdAt: string;
  author: Speaker | null;
  spoken?: Words;
  reviewed?: Words;
}

interface Speaker {
  __typename: string;
  login: string;
}

export interface Said {
  /** ISO 8601 UTC. */
  at: string;
  text: string;
}

/** Of a longer text this much is heard. */
const LONGEST_HEARD = 10_000;

/** How the humans on a thread sounded, week by week; nothing of who they are, and no word of theirs, is in it. */
export function heardTones(thread: HeardThread): Pick<ThreadFact, 'tones'> {
  const said = saidOn(thread);
  if (said === null) return {};
  const weeks = new Map<string, WeekTones>();
  for (const { at, text } of said) {
    const tone = toneOf(text);
    const week = weekOf(Date.parse(at));
    const { comments, negative, toxic } = weeks.get(week) ?? NOTHING;
    weeks.set(week, {
      week,
      comments: comments + 1,
      negative: negative + Number(tone.negative),
      toxic: toxic + Number(tone.toxic),
    });
  }
  return { tones: [...weeks.values()].toSorted((a, b) => (a.week < b.week ? -1 : 1)) };
}

const NOTHING = { comments: 0, negative: 0, toxic: 0 };

/** What humans said; whose words are code, quotes or a command alone has said nothing. null: it is not told. */
export function saidOn(thread: HeardThread): Said[] | null {
  const { title, body, createdAt, author } = thread;
  const lists = 'reviewed' in thread ? [thread.spoken, thread.reviewed] : [thread.spoken];
  if (lists.some((list) => list?.nodes == null)) return null;
  const comments = lists.flatMap((list) => list?.nodes ?? []).filter((node) => node !== null);
  const all = [{ createdAt, body: `${title}\n\n${body}`, author }, ...comments];
  return all.flatMap(({ createdAt: at, body: text, author: speaker }): Said[] => {
    if (at == null || text == null || !isHuman(speaker ?? null)) return [];
    const heard = text.slice(0, LONGEST_HEARD);
    return COMMAND.test(heard) || writtenWords(heard) === '' ? [] : [{ at, text: heard }];
  });
}

const COMMAND = /^\s*\/\w[^\n]*\s*$/;

function isHuman(speaker: Speaker | null): boolean {
  return speaker !== null && speaker.__typename !== 'Bot' && !isAutomation(speaker.login);
}
