import { cleanLine } from '../comment/escape.ts';
import type { DirectoryRisk } from '../community/directory-knowledge.ts';
import type { FileRisk } from '../community/file-risks.ts';
import type { HealthPart } from '../community/health-part.ts';
import { healthSays, titled } from './health-tables.ts';
import { html } from './html.ts';
import { tableOf } from './table.ts';
import { percent } from './view.ts';

const MAX_PATH = 300;
const SHOWN_HOLDERS = 3;

/** Tables of who knows what. */

export const directoryTable = tableOf<HealthPart, DirectoryRisk>({
  name: 'directories',
  about: 'How few people each directory depends on.',
  rows: ({ directories }) => directories,
  caption: (view) => healthSays(view).knowledge,
  none: (view) => healthSays(view).noKnowledge,
  columns: [
    {
      key: 'directory',
      title: titled('directory'),
      value: ({ directory }) => directory,
      shown: ({ directory }, view) =>
        directory === '' ? healthSays(view).whole : html`<code><bdi>${cleanLine(directory, MAX_PATH)}</bdi></code>`,
    },
    { key: 'bus_factor', title: titled('busFactor'), value: ({ busFactor }) => busFactor },
    { key: 'files', title: titled('files'), value: ({ files }) => files },
    { key: 'files_at_risk', title: titled('atRisk'), value: ({ filesAtRisk }) => filesAtRisk },
    {
      key: 'lost',
      title: titled('lost'),
      value: ({ lost }) => lost,
      shown: ({ lost }, view) => percent(lost, view),
    },
    {
      key: 'held_by',
      title: titled('heldBy'),
      value: ({ heldBy }) => heldBy.join(' '),
      shown: ({ heldBy }) => heldBy.slice(0, SHOWN_HOLDERS).join(', ') + (heldBy.length > SHOWN_HOLDERS ? ', …' : ''),
      align: 'text',
    },
  ],
});

export const fileTable = tableOf<HealthPart, FileRisk>({
  name: 'files',
  about: 'Files that at most one person knows who is still there, those that change most first.',
  rows: ({ filesAtRisk }) => filesAtRisk,
  caption: (view) => healthSays(view).files,
  none: (view) => healthSays(view).noFiles,
  perPage: 20,
  columns: [
    {
      key: 'path',
      title: titled('file'),
      value: ({ path }) => path,
      shown: ({ path }) => html`<code><bdi>${cleanLine(path, MAX_PATH)}</bdi></code>`,
    },
    {
      key: 'known_by',
      title: titled('knownBy'),
      value: ({ knownBy }) => knownBy,
      shown: ({ knownBy }, view) => knownBy ?? healthSays(view).nobody,
      align: 'text',
    },
    { key: 'changes', title: titled('changes'), value: ({ changes }) => changes },
  ],
});
