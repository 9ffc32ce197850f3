import type { ThreadFact, ThreadType } from '../domain/fact.ts';
import type { Steps } from '../match/steps.ts';
import { FEWEST_TOLD, type ToldShare, toldShare } from './told-tone.ts';
import { type SurgeRules, type WeekStanding, weekStandings } from './tone-surges.ts';
import type { ToneKind, ToneTally } from './tone-tally.ts';

/** Weeks in a row in which more comments sounded so than usual. */
export interface ToneSurge {
  tone: ToneKind;
  /** null: the repository as a whole. */
  topic: { kind: 'label' | 'directory'; name: string } | null;
  /** Mondays of the first and the last week. */
  from: string;
  to: string;
  comments: number;
  share: ToldShare;
  /** Median share of the weeks before, and deviations above it in the week that stood out most. */
  usual: number;
  z: number;
  /** Where much of it was said, at most a few; of no thread that few took part in. */
  threads: { id: string; type: ThreadType; title: string }[];
}

interface Run {
  from: number;
  to: number;
  usual: number;
  z: number;
}

export interface HeardIn {
  topic: ToneSurge['topic'];
  tally: ToneTally;
  threads: readonly ThreadFact[];
}

/** What surged in a topic, or in all, the earliest first; `weeks` are the Mondays that it tallies. */
export function* surgesIn(
  { topic, tally, threads }: HeardIn,
  weeks: readonly string[],
  rules: SurgeRules,
): Steps<ToneSurge[]> {
  const surges: ToneSurge[] = [];
  for (const tone of ['negative', 'toxic'] as const) {
    for (const { from, to, usual, z } of runsOf(weekStandings(tally.counts(tone), rules))) {
      const sum = tally.sum(from, to + 1);
      if (sum.threads < FEWEST_TOLD.threads) continue;
      const during = weeks.slice(from, to + 1);
      const span = { from: during[0] ?? '', to: during.at(-1) ?? '' };
      const share = toldShare(sum[tone], sum.comments);
      const where = examples(threads, tone, during);
      surges.push({ tone, topic, ...span, comments: sum.comments, share, usual, z, threads: where });
      yield;
    }
  }
  return surges;
}

function runsOf(standings: readonly WeekStanding[]): Run[] {
  const runs: Run[] = [];
  for (const [place, { surging, usual, z }] of standings.entries()) {
    if (!surging || usual === null || z === null) continue;
    const last = runs.at(-1);
    if (last?.to === place - 1) {
      last.to = place;
      last.z = Math.max(last.z, z);
    } else runs.push({ from: place, to: place, usual, z });
  }
  return runs;
}

const MOST_EXAMPLES = 5;

/** Never one whose every comment sounded so, or that fewer than three took part in: that would tell of persons. */
function examples(threads: readonly ThreadFact[], tone: ToneKind, weeks: readonly string[]): ToneSurge['threads'] {
  const during = new Set(weeks);
  return threads
    .flatMap((thread) => {
      const { told, comments } = heardDuring(thread, tone, during);
      const tellsOfPersons = comments < FEWEST_TOLD.people || thread.participants.length < FEWEST_TOLD.people;
      return told === 0 || told === comments || tellsOfPersons ? [] : [{ thread, told }];
    })
    .toSorted((a, b) => b.told - a.told || Number(a.thread.id) - Number(b.thread.id))
    .slice(0, MOST_EXAMPLES)
    .map(({ thread: { id, type, title } }) => ({ id, type, title }));
}

function heardDuring(
  { tones = [] }: ThreadFact,
  tone: ToneKind,
  during: ReadonlySet<string>,
): { told: number; comments: number } {
  const heard = tones.filter(({ week }) => during.has(week));
  return {
    told: heard.reduce((sum, week) => sum + week[tone], 0),
    comments: heard.reduce((sum, { comments }) => sum + comments, 0),
  };
}
