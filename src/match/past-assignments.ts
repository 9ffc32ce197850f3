import { emptyTask } from '../domain/task.ts';
import { type AssigneeFeature, assigneeFeatures } from './assignee-features.ts';
import { assigneeWeights } from './assignee-weights.ts';
import { assignmentQuestion } from './assignment-question.ts';
import { type Exercise, exerciseOf } from './exercise.ts';
import { weighFeatures } from './feature-columns.ts';
import { threadEvent } from './history-event.ts';
import type { KnownThreads } from './rank-assignees.ts';
import type { StoredThread } from './thread-store.ts';

const FEATURES = Object.keys(assigneeWeights) as AssigneeFeature[];

/** Asks who takes a thread of the past, of a model that knows only what came before it. */
export function pastAssignment(
  known: KnownThreads,
  thread: StoredThread,
  { isBot, answers }: { isBot: (login: string) => boolean; answers: number },
): Exercise {
  const { evidence, tree, people, threadEvidence } = known;
  const { id, type, time, author, title } = thread;
  const task = { ...emptyTask, type, id, author: author === null ? null : people.login(author), title };
  const question = assignmentQuestion(asKnownBefore(known, id, time), task, time, thread.traits);
  const features = assigneeFeatures(threadEvidence, evidence, tree, question);
  return exerciseOf(
    {
      candidates: question.candidates,
      features,
      scores: weighFeatures(features, assigneeWeights, question.candidates.length),
      nameOf(person) {
        const login = people.foldedLogin(person);
        return isBot(login) ? null : login;
      },
      right: [...new Set(thread.assignees.map(people.personOf))],
      usual: threadEvidence.usualTakers(time),
      known: answers,
    },
    FEATURES,
  );
}

/** The index of contents is not taken back in time: it finds what is like the thread among what was known by then. */
function asKnownBefore(known: KnownThreads, id: string, time: number): KnownThreads {
  const { contents, threads } = known;
  const isKnown = (other: string) => {
    const thread = threads.find(other);
    return thread !== null && threadEvent(thread).time < time;
  };
  return {
    ...known,
    contents: {
      ...contents,
      similarThreads: (_task, k, _at, wanted) =>
        contents.likeThread(id, k, time, (other) => isKnown(other) && wanted(other)),
    },
  };
}
