import { allPartnersPage } from './all-partners-page.ts';
import { digestPage } from './digest-page.ts';
import { graphPage } from './graph-page.ts';
import { healthPage } from './health-page.ts';
import { overviewPage } from './overview-page.ts';
import { partnersPage } from './partners-page.ts';
import { peoplePage } from './people-page.ts';
import { personPage } from './person-page.ts';
import { processPage } from './process-page.ts';
import { qualityPage } from './quality-page.ts';
import { queuePage } from './queue-page.ts';
import { repositoryPage } from './repository-page.ts';
import { type ServedPage, servedPage, servedRepositoryPage } from './served-page.ts';
import { settingsPage } from './settings-page.ts';
import { tonePage } from './tone-page.ts';

/** Every page of the dashboard, in the order of the navigation. */
export const pages: ServedPage[] = [
  servedPage(overviewPage),
  servedPage(allPartnersPage),
  servedPage(queuePage),
  servedPage(processPage),
  servedRepositoryPage(repositoryPage),
  servedRepositoryPage(peoplePage),
  servedRepositoryPage(personPage),
  servedRepositoryPage(graphPage),
  servedRepositoryPage(healthPage),
  servedRepositoryPage(tonePage),
  servedRepositoryPage(partnersPage),
  servedRepositoryPage(digestPage),
  servedRepositoryPage(qualityPage),
  servedRepositoryPage(settingsPage),
];
