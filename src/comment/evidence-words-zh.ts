import type { ToldEvidence } from './evidence-words.ts';

/** What a kind of evidence is in plain words; `times` is said where acts are counted, `took` is the verb. */
type Telling = (times: string, took: string) => string;

const tellings: Record<string, Telling> = {
  reviewedHere: (times) => `评审过这些文件及其上级目录的改动${times}`,
  reviewedHereLately: () => '最近几周评审过这些文件和目录的改动',
  reviewedAuthor: (times) => `评审过该作者的改动${times}`,
  reviewedAuthorLast: () => '评审过该作者最近的改动',
  reviewsOverall: (times) => `在整个仓库中的评审${times}：予以扣除，只看此处的特别之处`,
  reviewedLast: () => '评审过最近的改动，不论在何处',
  actedLately: (times) => `近期有过提交或评审${times}`,
  awakeNow: () => '通常在一天中的这个时段工作',
  reviewedWords: () => '评审过路径中含有这些词的文件',
  reviewedTitles: () => '评审过标题中含有这些词的改动',
  changedFirstFile: (times) => `修改过其中第一个文件${times}`,
  changedFiles: (times) => `修改过这些文件${times}`,
  changedHereLast: () => '最近修改过这些文件和目录',
  knowsOneFile: (times) => `编写或评审过其中的某个文件${times}`,
  owns: (times) => `在 CODEOWNERS 中负责这些文件${times}`,
  tookSimilar: (times, took) => `${took}过类似的任务${times}`,
  tookSimilarLately: (_, took) => `近期${took}过类似的任务`,
  tookLately: (times, took) => `最近几周${took}过任务${times}`,
  tookOverall: (times, took) => `在整个仓库中${took}过的任务${times}：予以扣除，只看此处的特别之处`,
  sinceTaken: (_, took) => `距其上次${took}任务的时间`,
  tookManner: (_, took) => `${took}过以这种方式书写的任务`,
  tookOpenings: (_, took) => `${took}过标题开头与此相同的任务`,
  tookTitleWords: (_, took) => `${took}过标题中含有这些词的任务`,
  tookAtHour: (_, took) => `${took}过在一天中的这个时段提出的任务`,
  tookLabels: (times, took) => `${took}过带有这些标签的任务${times}`,
  tookFromAuthor: (times, took) => `${took}过该作者提出的任务${times}`,
  changedWords: (times) => `修改过路径中含有这些词的文件${times}`,
};

/** One sentence for a kind of evidence; of one that has no words yet, its name. */
export function evidenceSentenceZh({ feature, times, answers }: ToldEvidence): string {
  const telling = Object.hasOwn(tellings, feature) ? tellings[feature] : undefined;
  return `${telling === undefined ? feature : telling(timesOf(times), answers ? '处理或解答' : '处理')}。`;
}

function timesOf(times: number | null): string {
  if (times === null) return '';
  return times === 0 ? '（从未）' : `（${times} 次）`;
}
