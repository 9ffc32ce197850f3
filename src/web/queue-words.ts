import type { Language } from '../comment/languages.ts';

interface QueueWords {
  about: string;
  jobs: string;
  none: string;
  kind: string;
  repository: string;
  state: string;
  attempts: string;
  added: string;
  next: string;
  error: string;
  retry: string;
  again: string;
  cannot: string;
}

export const queueWords: Record<Language, QueueWords> = {
  en: {
    about: 'Jobs hold names, not text. What failed for good stays for 30 days and can be run again.',
    jobs: 'Jobs that are not finished',
    none: 'Nothing waits, runs or failed.',
    kind: 'Job',
    repository: 'Repository',
    state: 'State',
    attempts: 'Attempts',
    added: 'Added',
    next: 'Next try',
    error: 'Last error',
    retry: 'Run again',
    again: 'About',
    cannot: 'This job is not there any more, or has not failed.',
  },
  'zh-CN': {
    about: '任务只保存名称，不保存正文。最终失败的任务保留 30 天，可以重新运行。',
    jobs: '未完成的任务',
    none: '没有等待、运行或失败的任务。',
    kind: '任务',
    repository: '仓库',
    state: '状态',
    attempts: '尝试次数',
    added: '加入时间',
    next: '下次尝试',
    error: '最近的错误',
    retry: '重新运行',
    again: '大约',
    cannot: '这个任务已不存在，或者并未失败。',
  },
};
