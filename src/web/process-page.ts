import { z } from 'zod';
import type { VariableInForce } from '../config/variables-in-force.ts';
import { type Html, html } from './html.ts';
import { section } from './layout.ts';
import type { Page } from './page.ts';
import { settingsWords } from './settings-words.ts';
import { tableOf } from './table.ts';
import type { View } from './view.ts';

export interface ProcessReading {
  variables: VariableInForce[];
}

const variablesTable = tableOf<ProcessReading, VariableInForce>({
  name: 'variables',
  about: 'Every variable of the process; of what may let somebody in only that it is set.',
  rows: ({ variables }) => variables,
  caption: ({ language }) => settingsWords[language].variables,
  none: ({ language }) => settingsWords[language].noSettings,
  perPage: 200,
  columns: [
    {
      key: 'variable',
      title: ({ language }) => settingsWords[language].variable,
      value: ({ name }) => name,
      shown: ({ name }) => html`<code>${name}</code>`,
    },
    {
      key: 'value',
      title: ({ language }) => settingsWords[language].value,
      value: ({ value, from }) => value ?? (from === 'environment' ? 'set' : null),
      shown: shownValue,
      align: 'text',
    },
    {
      key: 'source',
      title: ({ language }) => settingsWords[language].source,
      value: ({ from }) => from,
      shown: ({ from }, { language }) => SOURCES[from](settingsWords[language]),
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

type Words = (typeof settingsWords)['en'];

const SOURCES: Record<VariableInForce['from'], (words: Words) => string> = {
  environment: ({ environment }) => environment,
  default: ({ fromDefault }) => fromDefault,
  unset: ({ unset }) => unset,
};

export const processPage: Page<ProcessReading> = {
  path: '/settings',
  name: 'process',
  titles: { en: 'Settings', 'zh-CN': '设置' },
  about: 'The settings of the process with where each comes from; for the operator.',
  seenBy: 'operator',
  schema: z.object({
    variables: z.array(
      z.object({
        name: z.string(),
        value: z.string().nullable().describe('null: not shown, or there is none.'),
        from: z.enum(['environment', 'default', 'unset']),
        about: z.string(),
      }),
    ),
  }),
  read: async ({ data }) => ({ variables: data.variables() }),
  html: content,
  tables: [variablesTable],
};

function content(reading: ProcessReading, view: View): Html {
  const words = settingsWords[view.language];
  return section(
    'variables',
    words.variables,
    html`<p class="quiet">${words.aboutProcess}</p>
${variablesTable.html(reading, view)}`,
  );
}

function shownValue({ value, from }: VariableInForce, { language }: View): Html | null {
  if (value !== null) return html`<code><bdi>${value}</bdi></code>`;
  return from === 'environment' ? html`<span class="quiet">${settingsWords[language].isSet}</span>` : null;
}
