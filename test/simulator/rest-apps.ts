import { issueToken } from './authentication.ts';
import type { Delivery, Hooks } from './deliveries.ts';
import { findRepository, repositoriesOf } from './find-in-state.ts';
import { HttpError, notFound } from './http-error.ts';
import { callingApp, type Endpoint, type RestAnswer, type RestRequest } from './rest-request.ts';
import { appShape, installationShape, type Shape } from './shape-account.ts';
import { repositoryShape } from './shape-repository.ts';
import type { Installation, Permissions } from './state.ts';
import type { World } from './world.ts';

/** The app about itself: what it is, where it is installed, what was delivered to it. */
export function appEndpoints(hooks: Hooks): Record<string, Endpoint> {
  return {
    'apps/get-authenticated': {
      need: 'app',
      handle: (request) => {
        const app = callingApp(request);
        const installed = request.world.state.installations.filter((installation) => installation.app === app);
        return { status: 200, body: appShape(request.world, app, installed.length) };
      },
    },
    'apps/list-installations': {
      need: 'app',
      handle: (request) => {
        const installed = request.world.state.installations.filter(({ app }) => app === callingApp(request));
        return { status: 200, list: { items: installed.map((one) => installationShape(request.world, one)) } };
      },
    },
    'apps/get-installation': {
      need: 'app',
      handle: (request) => ({ status: 200, body: installationShape(request.world, installationFor(request)) }),
    },
    'apps/get-repo-installation': { need: 'app', handle: repositoryInstallation },
    'apps/create-installation-access-token': { need: 'app', handle: createToken },
    'apps/list-repos-accessible-to-installation': { need: 'metadata:read', handle: installationRepositories },
    'apps/list-webhook-deliveries': {
      need: 'app',
      handle: (request) => deliveriesPage(hooks, request),
    },
    'apps/get-webhook-delivery': {
      need: 'app',
      handle: (request) => ({ status: 200, body: fullDeliveryShape(deliveryFor(hooks, request)) }),
    },
    'apps/redeliver-webhook-delivery': {
      need: 'app',
      handle: (request) => {
        const delivery = deliveryFor(hooks, request);
        if (!isKept(request.world, delivery)) throw new HttpError(422, 'The delivery is too old to be made again.');
        // GitHub accepts first and sends afterwards.
        void hooks.redeliver(delivery);
        return { status: 202, body: {} };
      },
    },
  };
}

function installationFor(request: RestRequest): Installation {
  const found = request.world.state.installations.find(({ id }) => id === Number(request.path.installation_id));
  if (found === undefined || found.app !== callingApp(request)) throw notFound();
  return found;
}

function repositoryInstallation(request: RestRequest) {
  const repository = findRepository(request.world.state, String(request.path.owner), String(request.path.repo));
  const found = request.world.state.installations.find(
    (one) =>
      repository !== undefined &&
      one.app === callingApp(request) &&
      repositoriesOf(request.world.state, one).includes(repository),
  );
  if (found === undefined) throw notFound();
  return { status: 200, body: installationShape(request.world, found) };
}

function createToken(request: RestRequest) {
  const { world, body } = request;
  const installation = installationFor(request);
  if (installation.suspendedAt !== null) throw new HttpError(403, 'This installation has been suspended');
  const names = body.repositories as string[] | undefined;
  const ids = body.repository_ids as number[] | undefined;
  const all = repositoriesOf(world.state, installation);
  const chosen = all.filter(({ name, id }) => names?.includes(name) === true || ids?.includes(id) === true);
  const narrowed = names !== undefined || ids !== undefined;
  if (narrowed && chosen.length < (names?.length ?? 0) + (ids?.length ?? 0)) {
    throw new HttpError(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  const permissions = narrowedPermissions(installation.app.permissions, body.permissions as Permissions | undefined);
  const now = new Date(world.now());
  const token = issueToken(
    world.state,
    installation,
    { permissions, ...(narrowed ? { repositories: chosen } : {}) },
    now,
  );
  return {
    status: 201,
    body: {
      token: token.token,
      expires_at: token.expiresAt,
      permissions: token.permissions,
      repository_selection: narrowed ? 'selected' : installation.selection,
      ...(narrowed ? { repositories: chosen.map((repository) => repositoryShape(world, repository)) } : {}),
    },
  };
}

function narrowedPermissions(granted: Permissions, wanted: Permissions | undefined): Permissions {
  if (wanted === undefined) return granted;
  for (const [name, level] of Object.entries(wanted)) {
    if (granted[name] === undefined || (level === 'write' && granted[name] === 'read')) {
      throw new HttpError(422, 'The permissions requested are not granted to this installation.');
    }
  }
  return wanted;
}

function installationRepositories({ world, caller }: RestRequest) {
  if (caller.kind !== 'installation') throw new HttpError(403, 'Resource not accessible by integration');
  const all = repositoriesOf(world.state, caller.installation);
  const seen = caller.token.repositories === null ? all : all.filter((one) => caller.token.repositories?.has(one));
  const wrap = (page: unknown[]): object => ({
    total_count: seen.length,
    repository_selection: caller.installation.selection,
    repositories: page,
  });
  return { status: 200, list: { items: seen.map((repository) => repositoryShape(world, repository)), wrap } };
}

/** GitHub keeps deliveries for so long. */
const KEPT_MS = 3 * 86_400_000;

function isKept(world: World, { deliveredAt }: Delivery): boolean {
  return Date.parse(world.now()) - Date.parse(deliveredAt) <= KEPT_MS;
}

/** The latest first; where the next page begins is told by the cursor of the link, which says nothing to anybody else. */
function deliveriesPage(hooks: Hooks, request: RestRequest): RestAnswer {
  const { world, query } = request;
  const before = Number(/^v1_(\d+)$/.exec(String(query.cursor ?? ''))?.[1] ?? Number.MAX_SAFE_INTEGER);
  const size = Number(query.per_page ?? 30);
  const app = callingApp(request);
  const kept = hooks.deliveries.filter((one) => one.app === app && one.id < before && isKept(world, one)).toReversed();
  const page = kept.slice(0, size);
  const next = `${world.address}/api/v3/app/hook/deliveries?per_page=${size}&cursor=v1_${page.at(-1)?.id}`;
  const headers = kept.length > size ? { headers: { link: `<${next}>; rel="next"` } } : {};
  return { status: 200, body: page.map(deliveryShape), ...headers };
}

function deliveryFor(hooks: Hooks, request: RestRequest): Delivery {
  const found = hooks.deliveries.find(({ id }) => id === Number(request.path.delivery_id));
  if (found === undefined) throw notFound();
  return found;
}

function deliveryShape(delivery: Delivery): Shape {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.durationMs / 1000,
    ...outcomeShape(delivery.status),
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

/** Where nobody answered GitHub tells so, with a status of its own. */
function outcomeShape(status: number): Shape {
  if (status === 0) return { status: 'failed to connect to host', status_code: 502 };
  const isOk = status >= 200 && status < 300;
  return { status: isOk ? 'OK' : `Invalid HTTP Response: ${status}`, status_code: status };
}

function fullDeliveryShape(delivery: Delivery): Shape {
  return {
    ...deliveryShape(delivery),
    request: { headers: { 'X-GitHub-Delivery': delivery.guid }, payload: JSON.parse(delivery.body) },
    response: { headers: {}, payload: delivery.answer },
  };
}
