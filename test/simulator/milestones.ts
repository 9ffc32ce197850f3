import type { Fields } from './graphql-fields.ts';
import { accountShape, type Shape } from './shape-account.ts';
import { apiOf } from './shape-repository.ts';
import { identify, type Milestone, type Repository, remember } from './state.ts';
import type { World } from './world.ts';

export interface NewMilestone {
  title: string;
  /** ISO 8601 UTC; left out: as it was, or none. */
  dueOn?: string;
}

/** The milestone of that title, made where there is none; what is given anew is laid over it. */
export function milestoneNamed(
  world: World,
  repository: Repository,
  given: NewMilestone | undefined,
): Milestone | null {
  if (given === undefined) return null;
  const known = repository.milestones.find(({ title }) => title === given.title);
  const milestone = known ?? blankMilestone(world, repository, given.title);
  milestone.dueOn = given.dueOn ?? milestone.dueOn;
  return milestone;
}

function blankMilestone(world: World, repository: Repository, title: string): Milestone {
  const milestone: Milestone = {
    kind: 'milestone',
    ...identify(world.state, 'MI'),
    repository,
    number: repository.milestones.length + 1,
    title,
    dueOn: null,
    state: 'open',
    createdAt: world.now(),
  };
  repository.milestones.push(milestone);
  return remember(world.state, milestone);
}

export const milestoneFields: Fields<Milestone> = {
  id: ({ nodeId }) => nodeId,
  number: ({ number }) => number,
  title: ({ title }) => title,
  dueOn: ({ dueOn }) => dueOn,
  state: ({ state }) => state.toUpperCase(),
  closed: ({ state }) => state === 'closed',
  createdAt: ({ createdAt }) => createdAt,
  repository: ({ repository }) => repository,
};

export function milestoneShape(world: World, milestone: Milestone | null): Shape | null {
  if (milestone === null) return null;
  const { repository, number } = milestone;
  const url = `${apiOf(world, repository)}/milestones/${number}`;
  const threads = [...repository.threads.values()].filter(
    (thread) => thread.kind !== 'discussion' && thread.milestone === milestone,
  );
  const open = threads.filter(({ state }) => state === 'open').length;
  return {
    url,
    html_url: `${world.address}/${repository.owner.login}/${repository.name}/milestone/${number}`,
    labels_url: `${url}/labels`,
    id: milestone.id,
    node_id: milestone.nodeId,
    number,
    title: milestone.title,
    description: null,
    creator: accountShape(world, repository.owner),
    open_issues: open,
    closed_issues: threads.length - open,
    state: milestone.state,
    created_at: milestone.createdAt,
    updated_at: milestone.createdAt,
    due_on: milestone.dueOn,
    closed_at: null,
  };
}
