import type { TonePart } from '../community/tone-part.ts';
import type { ToneSurge } from '../community/tone-runs.ts';
import type { ToneKind } from '../community/tone-tally.ts';
import type { ToneWeek } from '../community/tone-weeks.ts';
import { printable, table } from './table.ts';

const WEEKS = 12;
const SHOWN = 10;

/** How comments sounded of late, and the weeks that stood out; empty where nothing was heard. */
export function toneSection({ threads, weeks, surges }: TonePart): string {
  const lately = weeks.slice(-1 - WEEKS, -1).filter(({ negative }) => negative !== null);
  if (threads === 0 || (lately.length === 0 && surges.length === 0)) return '';
  const comments = lately.reduce((sum, week) => sum + week.comments, 0);
  const shares = (['negative', 'toxic'] as const).map((tone) => `${percent(shareOf(lately, tone))} ${tone}`);
  const whole =
    comments === 0
      ? `Too few comments in the last ${WEEKS} weeks`
      : `${shares.join(', ')} of ${comments} comments in the last ${WEEKS} weeks`;
  return `Tone\n\n${whole}${surges.length === 0 ? '; no week stood out' : `\n\n${surgesTable(surges)}`}`;
}

function shareOf(weeks: readonly ToneWeek[], tone: ToneKind): number {
  const told = weeks.reduce((sum, week) => sum + (week[tone]?.share ?? 0) * week.comments, 0);
  return told / weeks.reduce((sum, { comments }) => sum + comments, 0);
}

function surgesTable(surges: ToneSurge[]): string {
  const rows = surges
    .slice(0, SHOWN)
    .map(({ from, to, tone, topic, share, usual, threads }) => [
      from === to ? from : `${from} to ${to}`,
      tone,
      topic === null ? 'all' : printable(`${topic.kind} ${topic.name}`),
      percent(share.share),
      percent(usual),
      threads.length === 0 ? '-' : threads.map(({ id }) => `#${id}`).join(' '),
    ]);
  return table([['surge in the week of', 'tone', 'topic', 'share', 'usual', 'said on'], ...rows]);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
