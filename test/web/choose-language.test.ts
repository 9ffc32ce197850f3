import { describe, expect, it } from '@jest/globals';
import { chooseLanguage } from '../../src/web/choose-language.ts';

describe('chooseLanguage', () => {
  it.each([
    [null, '', 'en'],
    [null, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    [null, 'zh-TW', 'zh-CN'],
    [null, 'en-GB,en;q=0.9,zh;q=0.8', 'en'],
    [null, 'en;q=0.5, zh;q=0.9', 'zh-CN'],
    [null, 'de, fr;q=0.7, zh;q=0.1', 'zh-CN'],
    [null, 'de,*;q=0.5', 'en'],
    [null, 'zh;q=0', 'en'],
    ['zh-CN', 'en', 'zh-CN'],
    ['en', 'zh-CN', 'en'],
    ['xx', 'zh-CN', 'zh-CN'],
    ['constructor', '', 'en'],
  ])('asked for %j by a browser that accepts %j: %s', (asked, accepted, expected) => {
    expect(chooseLanguage(asked, accepted)).toBe(expected);
  });
});
