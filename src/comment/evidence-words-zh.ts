import type { PersonEvidence } from '../domain/suggestion.ts';

/** What a kind of evidence is in plain words; `times` is said where acts are counted. */
type Telling = (times: string) => string;

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
  tookSimilar: (times) => `处理过类似的任务${times}`,
  tookSimilarLately: () => '近期处理过类似的任务',
  tookLately: (times) => `最近几周处理过任务${times}`,
  tookOverall: (times) => `在整个仓库中处理过的任务${times}：予以扣除，只看此处的特别之处`,
  sinceTaken: () => '距其上次处理任务的时间',
  tookManner: () => '处理过以这种方式书写的任务',
  tookOpenings: () => '处理过标题开头与此相同的任务',
  tookTitleWords: () => '处理过标题中含有这些词的任务',
  tookAtHour: () => '处理过在一天中的这个时段提出的任务',
  tookLabels: (times) => `处理过带有这些标签的任务${times}`,
  tookFromAuthor: (times) => `处理过该作者提出的任务${times}`,
  changedWords: (times) => `修改过路径中含有这些词的文件${times}`,
};

/** One sentence for a kind of evidence; of one that has no words yet, its name. */
export function evidenceSentenceZh({ feature, times }: Pick<PersonEvidence, 'feature' | 'times'>): string {
  const telling = Object.hasOwn(tellings, feature) ? tellings[feature] : undefined;
  return `${telling === undefined ? feature : telling(timesOf(times))}。`;
}

function timesOf(times: number | null): string {
  if (times === null) return '';
  return times === 0 ? '（从未）' : `（${times} 次）`;
}
