import { describe, expect, it } from '@jest/globals';
import { languageOf } from '../../src/text/language-of.ts';

describe('language of a text', () => {
  it.each([
    ['zh', '升级后扩展宿主意外终止'],
    ['zh', 'mac版本vscode 点击侧边栏新建文件图标，无效'],
    ['zh', '選單無法開啟'],
    ['ja', 'ターミナルの文字について'],
    ['ja', '接続が切れる: ECONNRESET in worker.ts'],
    ['en', 'The queue is stuck'],
    ['en', 'Use "的" as a separator between the two halves of every label that we show'],
    ['en', ''],
    ['en', '😀 123'],
  ])('is %s for %j', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });
});
