import { z } from 'zod';
import type { ConfigProblem } from '../config/repository-config.ts';
import type { SettingInForce } from '../config/settings-in-force.ts';
import type { ShownSettings } from './dashboard-data.ts';
import { type Html, html } from './html.ts';
import { section, shown } from './layout.ts';
import type { RepositoryPage } from './page.ts';
import { type Read, readNow } from './read-now.ts';
import { readSchema } from './repository-schema.ts';
import { settingsWords } from './settings-words.ts';
import { tableOf } from './table.ts';
import type { View } from './view.ts';

export interface SettingsReading {
  inForce: Read<ShownSettings>;
}

const settingSchema: z.ZodType<SettingInForce> = z.object({
  key: z.string(),
  value: z.string().describe('As it would be written in the file.'),
  byDefault: z.string(),
  about: z.string(),
  from: z.object({ file: z.string(), line: z.int() }).nullable().describe('null: it is the default.'),
});

const problemSchema: z.ZodType<ConfigProblem> = z.object({
  file: z.string(),
  line: z.int().nullable(),
  message: z.string(),
});

const settingsTable = tableOf<SettingsReading, SettingInForce>({
  name: 'settings',
  about: 'Every key of .github/commscore.yml with its value and where that comes from.',
  rows: ({ inForce }) => ('value' in inForce ? inForce.value.settings : []),
  caption: ({ language }) => settingsWords[language].settings,
  none: ({ language }) => settingsWords[language].noSettings,
  perPage: 200,
  columns: [
    {
      key: 'key',
      title: ({ language }) => settingsWords[language].setting,
      value: ({ key }) => key,
      shown: ({ key }) => html`<code>${key}</code>`,
    },
    {
      key: 'value',
      title: ({ language }) => settingsWords[language].value,
      value: ({ value }) => value,
      shown: ({ value }) => html`<code><bdi>${value}</bdi></code>`,
      align: 'text',
    },
    {
      key: 'default',
      title: ({ language }) => settingsWords[language].byDefault,
      value: ({ byDefault }) => byDefault,
      shown: ({ byDefault }) => html`<code>${byDefault}</code>`,
      align: 'text',
    },
    {
      key: 'source',
      title: ({ language }) => settingsWords[language].source,
      value: ({ from }) => (from === null ? 'default' : `${from.file}:${from.line}`),
      shown: sourceOf,
      align: 'text',
    },
    {
      key: 'meaning',
      title: ({ language }) => settingsWords[language].meaning,
      value: ({ about }) => about,
      align: 'text',
    },
  ],
});

export const settingsPage: RepositoryPage<SettingsReading> = {
  path: '/settings',
  name: 'settings',
  titles: { en: 'Settings', 'zh-CN': '设置' },
  about: 'Every setting in force with where it comes from, and what is wrong with the newest file.',
  schema: z.object({
    inForce: readSchema(z.object({ settings: z.array(settingSchema), problems: z.array(problemSchema) })),
  }),
  read: async ({ repository, data }) => ({ inForce: await readNow(() => data.settingsOf(repository)) }),
  html: (reading, view) => shown(reading.inForce, view, ({ problems }) => content(reading, problems, view)),
  tables: [settingsTable],
};

function content(reading: SettingsReading, problems: ConfigProblem[], view: View): Html {
  const words = settingsWords[view.language];
  return html`${problems.length === 0 ? null : section('problems', words.problems, problemList(problems, view))}
${section(
  'settings',
  words.settings,
  html`<p class="quiet">${words.about}</p>
${settingsTable.html(reading, view)}`,
)}`;
}

function problemList(problems: ConfigProblem[], { language }: View): Html {
  const words = settingsWords[language];
  const items = problems.map(({ file, line, message }) => {
    const where = line === null ? null : html`, ${words.line(line)}`;
    return html`<li><code><bdi>${file}</bdi></code>${where}: <bdi>${message}</bdi></li>\n`;
  });
  return html`<div class="problem"><p>${words.problemsAbout}</p><ul>${items}</ul></div>`;
}

function sourceOf({ from }: SettingInForce, { language }: View): Html {
  const words = settingsWords[language];
  if (from === null) return html`<span class="quiet">${words.fromDefault}</span>`;
  return html`<bdi>${from.file}</bdi>, ${words.line(from.line)}`;
}
