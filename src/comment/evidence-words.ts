import type { PersonEvidence } from '../domain/suggestion.ts';

export type ToldEvidence = Pick<PersonEvidence, 'feature' | 'times' | 'answers'>;

/** What a kind of evidence is in plain words; `times` is said where acts are counted, `or` where answering counts too. */
type Telling = (times: string, or: Or) => string;

/** Behind `took` and `takes`. */
interface Or {
  took: string;
  takes: string;
}

const NO_ANSWERS: Or = { took: '', takes: '' };
const OR_ANSWERED: Or = { took: ' or answered', takes: ' or answers' };

const tellings: Record<string, Telling> = {
  reviewedHere: (times) => `Reviews changes to these files and the directories above them${times}.`,
  reviewedHereLately: () => 'Reviewed changes to these files and directories in the last weeks.',
  reviewedAuthor: (times) => `Reviews changes by this author${times}.`,
  reviewedAuthorLast: () => "Reviewed this author's last changes.",
  reviewsOverall: (times) => `Reviews in the whole repository${times}: taken off, so that what is special here counts.`,
  reviewedLast: () => 'Reviewed the very last changes, wherever they were.',
  actedLately: (times) => `Wrote or reviewed anything lately${times}.`,
  awakeNow: () => 'Is usually at work around this hour of the day.',
  reviewedWords: () => 'Reviews files with such words in their paths.',
  reviewedTitles: () => 'Reviews changes with such words in their titles.',
  changedFirstFile: (times) => `Changed the first of the files${times}.`,
  changedFiles: (times) => `Changed these files${times}.`,
  changedHereLast: () => 'Wrote the last changes to these files and directories.',
  knowsOneFile: (times) => `Wrote or reviewed one of these very files${times}.`,
  owns: (times) => `Owns files by CODEOWNERS${times}.`,
  tookSimilar: (times, { took }) => `Took${took} similar threads${times}.`,
  tookSimilarLately: (_, { took }) => `Took${took} similar threads of late.`,
  tookLately: (times, { took }) => `Took${took} threads in the last weeks${times}.`,
  tookOverall: (times, { took }) =>
    `Took${took} threads in the whole repository${times}: taken off, so that what is special here counts.`,
  sinceTaken: (_, { took }) => `How long ago they last took${took} a thread.`,
  tookManner: (_, { takes }) => `Takes${takes} threads that are written in such a manner.`,
  tookOpenings: (_, { takes }) => `Takes${takes} threads whose titles open like this one.`,
  tookTitleWords: (_, { takes }) => `Takes${takes} threads with such words in their titles.`,
  tookAtHour: (_, { takes }) => `Takes${takes} threads that come at this hour of the day.`,
  tookLabels: (times, { takes }) => `Takes${takes} threads with these labels${times}.`,
  tookFromAuthor: (times, { takes }) => `Takes${takes} threads by this author${times}.`,
  changedWords: (times) => `Changes files with such words in their paths${times}.`,
};

/** One sentence for a kind of evidence; of one that has no words yet, its name. */
export function evidenceSentence({ feature, times, answers }: ToldEvidence): string {
  const telling = Object.hasOwn(tellings, feature) ? tellings[feature] : undefined;
  return telling === undefined ? `${feature}.` : telling(timesOf(times), answers ? OR_ANSWERED : NO_ANSWERS);
}

function timesOf(times: number | null): string {
  if (times === null) return '';
  if (times === 0) return ' (never)';
  return times === 1 ? ' (once)' : ` (${times} times)`;
}
