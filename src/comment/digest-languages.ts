import type { DigestWords } from './digest-words.ts';
import { englishDigest } from './digest-words-en.ts';
import { chineseDigest } from './digest-words-zh.ts';
import type { Language } from './languages.ts';

export const digestLanguages: Record<Language, DigestWords> = { en: englishDigest, 'zh-CN': chineseDigest };
