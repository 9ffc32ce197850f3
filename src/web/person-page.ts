import { z } from 'zod';
import { tieSchema } from './graph-schema.ts';
import type { RepositoryPage } from './page.ts';
import { personSchema } from './people-schema.ts';
import { type PersonReading, personView } from './person-view.ts';

const MOST_TIES = 20;

export const personPage: RepositoryPage<PersonReading> = {
  path: '/people/:login',
  name: 'person',
  navigation: 'left out',
  titles: { en: 'Person', 'zh-CN': '成员' },
  about: 'One person: skills, interests, work, scores and strongest ties.',
  schema: z.object({
    at: z.iso.datetime(),
    askedTasks: z.int().min(0),
    person: personSchema,
    ties: z.array(tieSchema),
  }),
  read: async ({ repository, data, further: [login = ''] }) => {
    const [people, graph] = await Promise.all([
      data.measured(repository, 'people'),
      data.measured(repository, 'graph'),
    ]);
    // GitHub takes logins in either case.
    const person = people?.body.people.find((one) => one.login.toLowerCase() === login.toLowerCase());
    if (people === null || person === undefined) return null;
    const ties = graph?.body.edges.filter(({ from, to }) => from === person.login || to === person.login) ?? [];
    return { at: people.at, askedTasks: people.body.askedTasks, person, ties: ties.slice(0, MOST_TIES) };
  },
  html: personView,
};
