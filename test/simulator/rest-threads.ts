import { assign, close, edit, label, lock, reopen, threadHappening, unassign, unlabel } from './acts.ts';
import { assignable, findAccount } from './find-in-state.ts';
import { HttpError, notFound } from './http-error.ts';
import { listIssues } from './rest-issue-list.ts';
import {
  actor,
  type Endpoint,
  peopleNamed,
  type RestAnswer,
  type RestRequest,
  repositoryFor,
  text,
  threadFor,
} from './rest-request.ts';
import { labelShape } from './shape-repository.ts';
import { issueShape } from './shape-thread.ts';
import type { Issue, Pull } from './state.ts';
import { addIssue } from './threads.ts';

export const threadEndpoints: Record<string, Endpoint> = {
  'issues/get': {
    need: 'issues|pull_requests:read',
    handle: (request) => ({ status: 200, body: issueShape(request.world, threadFor(request)) }),
  },
  'issues/create': { need: 'issues:write', handle: createIssue },
  'issues/list-for-repo': { need: 'issues:read', handle: listIssues },
  'issues/update': { need: 'issues|pull_requests:write', handle: updateIssue },
  'issues/lock': {
    need: 'issues|pull_requests:write',
    handle: (request) => {
      void lock(request.world, threadFor(request), true, actor(request));
      return { status: 204 };
    },
  },
  'issues/unlock': {
    need: 'issues|pull_requests:write',
    handle: (request) => {
      void lock(request.world, threadFor(request), false, actor(request));
      return { status: 204 };
    },
  },
  'issues/list-labels-on-issue': {
    need: 'issues|pull_requests:read',
    handle: (request) => ({ status: 200, list: { items: labelsOf(request) } }),
  },
  'issues/add-labels': {
    need: 'issues|pull_requests:write',
    handle: (request) => {
      label(request.world, threadFor(request), labelNames(request.body), actor(request));
      return { status: 200, body: labelsOf(request) };
    },
  },
  'issues/set-labels': { need: 'issues|pull_requests:write', handle: setLabels },
  'issues/remove-label': {
    need: 'issues|pull_requests:write',
    handle: (request) => {
      const removed = unlabel(request.world, threadFor(request), text(request, 'name'), actor(request));
      if (removed.value === null) throw new HttpError(404, 'Label does not exist');
      return { status: 200, body: labelsOf(request) };
    },
  },
  'issues/add-assignees': { need: 'issues|pull_requests:write', handle: addAssignees },
  'issues/remove-assignees': {
    need: 'issues|pull_requests:write',
    handle: (request) => {
      const thread = threadFor(request);
      unassign(request.world, thread, peopleNamed(request, request.body.assignees), actor(request));
      return { status: 200, body: issueShape(request.world, thread) };
    },
  },
  'issues/check-user-can-be-assigned': {
    need: 'metadata:read',
    handle: (request) => {
      const account = findAccount(request.world.state, text(request, 'assignee'));
      if (account === undefined || !assignable(repositoryFor(request)).includes(account)) throw notFound();
      return { status: 204 };
    },
  },
};

function createIssue(request: RestRequest): RestAnswer {
  const { world, body } = request;
  const repository = repositoryFor(request);
  if (!repository.hasIssues) throw new HttpError(410, 'Issues has been disabled in this repository.');
  const author = actor(request);
  const text = body.body === undefined ? null : String(body.body);
  const made = addIssue(world, repository, { title: String(body.title), body: text, author });
  void world.emit(threadHappening(made, 'opened', author));
  return { status: 201, body: issueShape(world, made) };
}

function labelsOf(request: RestRequest): object[] {
  return threadFor(request).labels.map((made) => labelShape(request.world, made));
}

function labelNames(body: Record<string, unknown> | unknown[]): string[] {
  const given = Array.isArray(body) ? body : body.labels;
  return (Array.isArray(given) ? given : []).map((one) =>
    typeof one === 'string' ? one : String((one as { name: string }).name),
  );
}

function setLabels(request: RestRequest): RestAnswer {
  const { world, body } = request;
  const thread = threadFor(request);
  const wanted = labelNames(body);
  const gone = thread.labels.filter(({ name }) => !wanted.includes(name));
  for (const { name } of gone) unlabel(world, thread, name, actor(request));
  label(world, thread, wanted, actor(request));
  return { status: 200, body: labelsOf(request) };
}

/** Who cannot be assigned is passed over in silence, as GitHub does. */
function addAssignees(request: RestRequest): RestAnswer {
  const thread = threadFor(request);
  const able = new Set(assignable(thread.repository));
  const people = peopleNamed(request, request.body.assignees).filter((person) => able.has(person));
  assign(request.world, thread, people, actor(request));
  return { status: 201, body: issueShape(request.world, thread) };
}

function updateIssue(request: RestRequest): RestAnswer {
  const { world, body } = request;
  const thread = threadFor(request);
  const sender = actor(request);
  const title = body.title === undefined ? {} : { title: String(body.title) };
  const changed = body.body === undefined ? title : { ...title, body: String(body.body ?? '') };
  if (Object.keys(changed).length > 0) edit(world, thread, changed, sender);
  if (body.labels !== undefined) setLabels(request);
  if (body.assignees !== undefined) setAssignees(request, thread);
  const reason = (body.state_reason ?? null) as Issue['stateReason'];
  if (body.state === 'closed' && thread.state === 'open') close(world, thread, reason, sender);
  if (body.state === 'open' && thread.state === 'closed') reopen(world, thread, sender);
  return { status: 200, body: issueShape(world, thread) };
}

function setAssignees(request: RestRequest, thread: Issue | Pull): void {
  const wanted = peopleNamed(request, request.body.assignees);
  unassign(
    request.world,
    thread,
    thread.assignees.filter((person) => !wanted.includes(person)),
    actor(request),
  );
  assign(request.world, thread, wanted, actor(request));
}
