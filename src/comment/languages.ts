import type { RepositoryConfig } from '../config/repository-config.ts';
import type { Words } from './words.ts';
import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';

export type Language = RepositoryConfig['language'];

export const languages: Record<Language, Words> = { en: english, 'zh-CN': chinese };
