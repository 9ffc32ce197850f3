import { FEWEST_TOLD, type ToldShare, toldShare } from './told-tone.ts';
import { type ToneCount, weekStandings } from './tone-surges.ts';
import type { ToneKind, ToneTally } from './tone-tally.ts';

export interface ToneWeek {
  /** Its Monday, UTC. */
  week: string;
  comments: number;
  /** null: too few comments to tell. */
  negative: ToldShare | null;
  toxic: ToldShare | null;
  /** Median share of the weeks before; null where too little is known. */
  usual: Record<ToneKind, number> | null;
  surging: ToneKind[];
  /** How a text model heard those that it was asked about; null where it was asked about too few, or is not there. */
  byModel: { comments: number; negative: ToldShare; toxic: ToldShare } | null;
}

/** `weeks` are the Mondays that it tallies. */
export function toneWeeks(tally: ToneTally, weeks: readonly string[]): ToneWeek[] {
  const [negative, toxic] = [tally.counts('negative'), tally.counts('toxic')];
  const [modelNegative, modelToxic] = [tally.byModel('negative'), tally.byModel('toxic')];
  const [sad, angry] = [weekStandings(negative), weekStandings(toxic)];
  return weeks.map((week, place) => {
    const comments = negative[place]?.comments ?? 0;
    const share = (told = 0) => (comments < FEWEST_TOLD.comments ? null : toldShare(told, comments));
    const usual = { negative: sad[place]?.usual ?? null, toxic: angry[place]?.usual ?? null };
    return {
      week,
      comments,
      negative: share(negative[place]?.told),
      toxic: share(toxic[place]?.told),
      usual: usual.negative === null || usual.toxic === null ? null : { negative: usual.negative, toxic: usual.toxic },
      byModel: shareByModel(modelNegative[place], modelToxic[place]),
      surging: [
        ...(sad[place]?.surging ? (['negative'] as const) : []),
        ...(angry[place]?.surging ? (['toxic'] as const) : []),
      ],
    };
  });
}

function shareByModel(negative: ToneCount | undefined, toxic: ToneCount | undefined): ToneWeek['byModel'] {
  const comments = negative?.comments ?? 0;
  if (comments < FEWEST_TOLD.comments) return null;
  return {
    comments,
    negative: toldShare(negative?.told ?? 0, comments),
    toxic: toldShare(toxic?.told ?? 0, comments),
  };
}
