import type { Language } from '../comment/languages.ts';

interface SettingsWords {
  settings: string;
  variables: string;
  setting: string;
  variable: string;
  value: string;
  byDefault: string;
  source: string;
  meaning: string;
  fromDefault: string;
  environment: string;
  unset: string;
  /** Of what is not shown. */
  isSet: string;
  line(number: number): string;
  problems: string;
  problemsAbout: string;
  noSettings: string;
  about: string;
  aboutProcess: string;
}

export const settingsWords: Record<Language, SettingsWords> = {
  en: {
    settings: 'Settings in force',
    variables: 'Environment of the process',
    setting: 'Key',
    variable: 'Variable',
    value: 'Value',
    byDefault: 'Default',
    source: 'From',
    meaning: 'Meaning',
    fromDefault: 'default',
    environment: 'environment',
    unset: 'not set',
    isSet: 'set',
    line: (number) => `line ${number}`,
    problems: 'What is wrong with the newest file',
    problemsAbout: 'Until it is mended, the last good version stays in force.',
    noSettings: 'Nothing is known of settings.',
    about: 'The repository’s .github/commscore.yml lies over the same file of the owner, and that over the defaults.',
    aboutProcess: 'What may let somebody in is never shown. A change needs a new start.',
  },
  'zh-CN': {
    settings: '生效的设置',
    variables: '进程的环境变量',
    setting: '设置项',
    variable: '变量',
    value: '值',
    byDefault: '默认值',
    source: '来源',
    meaning: '含义',
    fromDefault: '默认',
    environment: '环境变量',
    unset: '未设置',
    isSet: '已设置',
    line: (number) => `第 ${number} 行`,
    problems: '最新文件中的问题',
    problemsAbout: '修正之前，上一个正确的版本继续生效。',
    noSettings: '没有可显示的设置。',
    about: '仓库的 .github/commscore.yml 覆盖所有者的同名文件，后者覆盖默认值。',
    aboutProcess: '可能让人获得访问权限的内容从不显示。更改后需要重新启动。',
  },
};
