import { z } from 'zod';
import type { Acceptance } from '../domain/acceptance.ts';
import { acceptanceTable, acceptanceView } from './acceptance-view.ts';
import type { ShownRepository, ShownSuggestion } from './dashboard-data.ts';
import { formToken } from './form-token.ts';
import { type Html, html } from './html.ts';
import { section, shown } from './layout.ts';
import { learningView } from './learning-view.ts';
import type { AskedOfRepository, RepositoryPage } from './page.ts';
import { type Read, readNow } from './read-now.ts';
import { acceptanceSchema, readSchema, shownRepository } from './repository-schema.ts';
import { shownSuggestion } from './suggestion-schema.ts';
import { suggestionTable } from './suggestion-table.ts';
import { repositoryPath, suggestionList } from './suggestion-view.ts';
import { inner, type View } from './view.ts';

export interface RepositoryReading {
  repository: ShownRepository;
  acceptance: Read<Acceptance[]>;
  suggestions: Read<ShownSuggestion[]>;
}

export const repositoryPage: RepositoryPage<RepositoryReading> = {
  path: '',
  name: 'repository',
  titles: { en: 'Overview', 'zh-CN': '概览' },
  about: 'What has been learnt of the repository, its latest suggestions, and what became of suggestions.',
  schema: z.object({
    repository: shownRepository,
    acceptance: readSchema(z.array(acceptanceSchema)).describe('Each kind, then each label.'),
    suggestions: readSchema(z.array(shownSuggestion)).describe('Latest first.'),
  }),
  read: readRepository,
  html: content,
  tables: [suggestionTable, acceptanceTable],
};

const SHOWN_SUGGESTIONS = 50;

async function readRepository({ repository, data }: AskedOfRepository): Promise<RepositoryReading> {
  const [acceptance, suggestions] = await Promise.all([
    readNow(() => data.acceptanceOf(repository)),
    readNow(() => data.suggestionsOf(repository, SHOWN_SUGGESTIONS)),
  ]);
  return { repository, acceptance, suggestions };
}

function content(reading: RepositoryReading, view: View): Html {
  const { repository, acceptance, suggestions } = reading;
  const { says } = view;
  const fared = shown(acceptance, view, () => acceptanceView(reading, view));
  return html`${learningView(repository, view)}
${learnForm(repository, view)}
${section('acceptance', says.acceptance.title, fared)}
${section('suggestions', says.suggestions, shown(suggestions, view, suggestionList))}`;
}

/** Nothing to ask for while it is being read. */
function learnForm(repository: ShownRepository, view: View): Html | null {
  if (repository.learning.state === 'running') return null;
  const action = inner(`${repositoryPath(repository)}/learn`, view);
  return html`<form method="post" action="${action}">${formToken(view)}<button>${view.says.learnNow}</button></form>`;
}
