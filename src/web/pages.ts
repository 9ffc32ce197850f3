import { overviewPage } from './overview-page.ts';
import { repositoryPage } from './repository-page.ts';
import { type ServedPage, servedPage, servedRepositoryPage } from './served-page.ts';

/** Every page of the dashboard, in the order of the navigation. */
export const pages: ServedPage[] = [servedPage(overviewPage), servedRepositoryPage(repositoryPage)];
