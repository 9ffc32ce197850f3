import type { Language } from '../comment/languages.ts';

/** What is said at the door of the dashboard. */
export interface AccessWords {
  title: string;
  why: string;
  withGitHub: string;
  signedInAs: string;
  signOut: string;
  again: string;
  /** Why a sign-in came to nothing. */
  failures: Record<SignInFailure, { title: string; what: string }>;
}

export type SignInFailure = 'expired' | 'declined' | 'github' | 'too-many' | 'unsure' | 'foreign';

export const accessWords: Record<Language, AccessWords> = {
  en: {
    title: 'Sign in',
    why: 'You see the repositories that you may write to on GitHub. CommScore asks GitHub who you are, and keeps nothing that lets it act in your name.',
    withGitHub: 'Sign in with GitHub',
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    again: 'Try again',
    failures: {
      expired: {
        title: 'Please sign in again',
        what: 'This way to sign in was not begun in this browser, or it took too long.',
      },
      declined: { title: 'Not signed in', what: 'GitHub did not tell who you are.' },
      github: {
        title: 'GitHub does not answer',
        what: 'GitHub could not be asked who you are. The log of CommScore says why.',
      },
      'too-many': { title: 'Too many attempts', what: 'Please wait a few minutes.' },
      unsure: {
        title: 'GitHub does not answer',
        what: 'GitHub could not be asked what you may see. Please try again in a minute.',
      },
      foreign: {
        title: 'Not done',
        what: 'Only a page of this dashboard may ask for that. Please load the page again and repeat it.',
      },
    },
  },
  'zh-CN': {
    title: '登录',
    why: '您将看到您在 GitHub 上有写入权限的仓库。CommScore 只向 GitHub 询问您是谁，不保留任何可以代您操作的凭据。',
    withGitHub: '使用 GitHub 登录',
    signedInAs: '已登录：',
    signOut: '退出登录',
    again: '重试',
    failures: {
      expired: { title: '请重新登录', what: '这次登录不是在此浏览器中开始的，或者用时过长。' },
      declined: { title: '未登录', what: 'GitHub 没有告知您是谁。' },
      github: { title: 'GitHub 没有响应', what: '无法向 GitHub 询问您是谁。原因见 CommScore 的日志。' },
      'too-many': { title: '尝试次数过多', what: '请等待几分钟。' },
      unsure: { title: 'GitHub 没有响应', what: '无法向 GitHub 询问您可以查看什么。请一分钟后重试。' },
      foreign: { title: '未执行', what: '只有本仪表板的页面才能发出此请求。请重新加载页面后再试。' },
    },
  },
};
