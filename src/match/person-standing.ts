import { DAY_MS } from './decay.ts';
import type { ModelParts } from './model-parts.ts';
import { readTime } from './read-time.ts';

/** How somebody stands in the repository, for the rules on who may be suggested. */
export interface PersonStanding {
  /** Open issues and pulls that a person is assigned to or asked to review. */
  openLoad(login: string): number;
  /** Since the last thing a person did; Infinity where nothing is known of them. */
  idleMs(login: string, at: string): number;
  /** Since the first change or thread: nobody can have been silent here for longer. */
  ageMs(at: string): number;
  /** Changes and reviews of a person and threads they took, until a time. */
  acts(login: string, at: string): number;
  /** Reviews of a person in the last quarter of a year. */
  reviewsLately(login: string, at: string): number;
}

const LATELY_MS = 90 * DAY_MS;

export function personStanding({ tuning, people, changes, threads, ...counted }: ModelParts): PersonStanding {
  /** What was counted of all that is known. */
  function known() {
    tuning.present();
    return counted;
  }

  return {
    openLoad(login) {
      const person = people.find(login);
      return person === null ? 0 : known().threadEvidence.openLoad(person);
    },
    idleMs(login, at) {
      const person = people.find(login);
      const time = readTime(at);
      if (person === null || time === null) return Number.POSITIVE_INFINITY;
      const { evidence, threadEvidence } = known();
      const timelines = [evidence.reviews, evidence.changes, threadEvidence.acts];
      return time - Math.max(...timelines.map(({ last }) => last(person, time)));
    },
    ageMs(at) {
      const time = readTime(at);
      if (time === null) return 0;
      let first = time;
      for (const facts of [changes.all(), threads.all()]) {
        for (const fact of facts) if (fact.time < first) first = fact.time;
      }
      return time - first;
    },
    acts(login, at) {
      const person = people.find(login);
      const time = readTime(at);
      if (person === null || time === null) return 0;
      const { evidence, threadEvidence } = known();
      const timelines = [evidence.reviews, evidence.changes, threadEvidence.taken];
      return timelines.reduce((sum, { countBetween }) => sum + countBetween(person, 0, time), 0);
    },
    reviewsLately(login, at) {
      const person = people.find(login);
      const time = readTime(at);
      if (person === null || time === null) return 0;
      return known().evidence.reviews.countBetween(person, time - LATELY_MS, time);
    },
  };
}
