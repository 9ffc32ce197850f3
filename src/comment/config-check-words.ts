/** All that the check of a configuration says in one language. Names are shown already. */
export interface ConfigCheckWords {
  /** Titles. */
  same: string;
  changes(settings: number): string;
  defaultsHold: string;
  problems(problems: number): string;
  /** Sentences of the summary. */
  nothingChanges: string;
  onceMerged: string;
  onceDeleted: string;
  lastGoodStays: string;
  shown(some: number, all: number): string;
  /** Heads of the table. */
  columns: { key: string; before: string; after: string };
}

export const englishCheck: ConfigCheckWords = {
  same: 'Valid, and nothing changes',
  changes: (settings) => `Valid: ${settings === 1 ? 'a setting changes' : `${settings} settings change`}`,
  defaultsHold: 'The file is taken away',
  problems: (problems) => (problems === 1 ? 'A problem' : `${problems} problems`),
  nothingChanges: 'Everything stays as it is in force now.',
  onceMerged: 'Once this is on the default branch:',
  onceDeleted:
    "Once this is on the default branch the defaults hold, and what the owner's own file in its repository `.github` says.",
  lastGoodStays:
    'The file cannot be used as it is. Were it merged, the last good configuration would stay in force. What is wrong is told on the lines of the file.',
  shown: (some, all) => `The first ${some} of ${all} are told.`,
  columns: { key: 'Setting', before: 'Now', after: 'Then' },
};

export const chineseCheck: ConfigCheckWords = {
  same: '有效，没有变化',
  changes: (settings) => `有效：${settings} 项设置有变化`,
  defaultsHold: '配置文件被删除',
  problems: (problems) => `${problems} 处问题`,
  nothingChanges: '一切保持现有配置不变。',
  onceMerged: '合并到默认分支之后：',
  onceDeleted: '合并到默认分支之后将采用默认值，以及所有者的 `.github` 仓库中同名文件的设置。',
  lastGoodStays: '此文件无法使用。即使合并，最后一份有效的配置仍然生效。具体问题已标注在文件的相应行上。',
  shown: (some, all) => `共 ${all} 处，仅列出前 ${some} 处。`,
  columns: { key: '设置', before: '现在', after: '之后' },
};
