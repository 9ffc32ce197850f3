import { resolveRevision } from './git-read.ts';
import { HttpError, notFound } from './http-error.ts';
import { callingApp, type Endpoint, type RestAnswer, type RestRequest, repositoryFor, text } from './rest-request.ts';
import { appShape, type Shape } from './shape-account.ts';
import { apiOf, webOf } from './shape-repository.ts';
import { type CheckRun, identify } from './state.ts';
import type { World } from './world.ts';

export const checkEndpoints: Record<string, Endpoint> = {
  'checks/create': { need: 'checks:write', handle: createCheck },
  'checks/update': {
    need: 'checks:write',
    handle: (request) => {
      const run = checkFor(request);
      if (run.app !== callingApp(request))
        throw new HttpError(403, 'Invalid app_id - check run can only be modified by the GitHub App that created it.');
      Object.assign(run.fields, withStatus(request.body, request.world.now()));
      return { status: 200, body: checkShape(request.world, run) };
    },
  },
  'checks/get': {
    need: 'checks:read',
    handle: (request) => ({ status: 200, body: checkShape(request.world, checkFor(request)) }),
  },
  'checks/list-for-ref': { need: 'checks:read', handle: listChecks },
};

async function createCheck(request: RestRequest): Promise<RestAnswer> {
  const { world, body } = request;
  const repository = repositoryFor(request);
  if ((await resolveRevision(repository.git, `${String(body.head_sha)}^{commit}`)) === null) {
    throw new HttpError(422, `No commit found for SHA: ${String(body.head_sha)}`);
  }
  const defaults = { status: 'queued', conclusion: null, started_at: world.now(), completed_at: null, output: {} };
  const fields = { ...defaults, ...withStatus(body, world.now()) };
  const run: CheckRun = { ...identify(world.state, 'CR'), repository, app: callingApp(request), fields };
  repository.checkRuns.push(run);
  return { status: 201, body: checkShape(world, run) };
}

/** A conclusion completes the run. */
function withStatus(body: Record<string, unknown>, now: string): Record<string, unknown> {
  return body.conclusion === undefined ? body : { completed_at: now, ...body, status: 'completed' };
}

function checkFor(request: RestRequest): CheckRun {
  const found = repositoryFor(request).checkRuns.find(({ id }) => id === Number(request.path.check_run_id));
  if (found === undefined) throw notFound();
  return found;
}

async function listChecks(request: RestRequest): Promise<RestAnswer> {
  const { world, query } = request;
  const repository = repositoryFor(request);
  const sha = await resolveRevision(repository.git, `${text(request, 'ref')}^{commit}`);
  const found = repository.checkRuns.filter(
    (run) => run.fields.head_sha === sha && (query.check_name === undefined || run.fields.name === query.check_name),
  );
  const wrap = (page: unknown[]): object => ({ total_count: found.length, check_runs: page });
  return { status: 200, list: { items: found.map((run) => checkShape(world, run)), wrap } };
}

function checkShape(world: World, run: CheckRun): Shape {
  const output = (run.fields.output ?? {}) as Record<string, unknown>;
  const url = `${apiOf(world, run.repository)}/check-runs/${run.id}`;
  const { annotations, ...told } = output;
  return {
    id: run.id,
    node_id: run.nodeId,
    head_sha: run.fields.head_sha,
    external_id: run.fields.external_id ?? '',
    url,
    html_url: `${webOf(world, run.repository)}/runs/${run.id}`,
    details_url: run.fields.details_url ?? world.address,
    status: run.fields.status,
    conclusion: run.fields.conclusion,
    started_at: run.fields.started_at,
    completed_at: run.fields.completed_at,
    name: run.fields.name,
    output: {
      title: null,
      summary: null,
      text: null,
      ...told,
      annotations_count: Array.isArray(annotations) ? annotations.length : 0,
      annotations_url: `${url}/annotations`,
    },
    check_suite: null,
    app: appShape(world, run.app),
    pull_requests: [],
  };
}
