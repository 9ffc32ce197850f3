import type { IncomingMessage, ServerResponse } from 'node:http';
import { controlShape } from './control-shape.ts';
import type { FaultOptions, FaultTarget } from './faults.ts';
import { HttpError } from './http-error.ts';
import type { Simulator } from './simulator.ts';

/** Fills the simulator with a world, by name. */
export type Seeds = Record<string, (simulator: Simulator, argument: string) => Promise<object>>;

type Call = { query: URLSearchParams; body: Record<string, unknown> };
type Command = (simulator: Simulator, call: Call) => unknown;

/** What people do, open to other processes by name; comments are given as `{"comment": ID}`. */
const acts = new Set([
  'openIssue',
  'openPull',
  'openDiscussion',
  'editThread',
  'closeThread',
  'reopenThread',
  'lockThread',
  'comment',
  'editComment',
  'deleteComment',
  'label',
  'unlabel',
  'assign',
  'unassign',
  'requestReview',
  'reviewPull',
  'markReady',
  'mergePull',
  'answerDiscussion',
  'push',
  'transferThread',
  'deleteThread',
  'convertToDraft',
  'unanswerDiscussion',
  'renameRepository',
  'transferRepository',
  'renameAccount',
  'deleteRepository',
  'archiveRepository',
  'removeCollaborator',
  'renameLabel',
  'deleteLabel',
  'install',
  'uninstall',
  'suspend',
  'changeRepositories',
  'addAccount',
  'addRepository',
] as const satisfies (keyof Simulator)[]);

const faults = [
  'serverError',
  'primaryRateLimit',
  'secondaryRateLimit',
  'slow',
  'reset',
  'expiredToken',
  'outage',
  'clear',
] as const;

/** Answers `/_simulator/...`: the same functions, for another process on this machine. */
export function controlHandler(simulator: () => Simulator, seeds: Seeds) {
  const commands: Record<string, Command> = {
    'GET state': ({ address, webhookUrl, environment, world: { state } }) => ({
      address,
      webhookUrl,
      environment: environment(),
      repositories: state.repositories.map(({ owner, name }) => `${owner.login}/${name}`),
      installations: state.installations.map(({ id, account }) => ({ id, account: account.login })),
    }),
    'PUT webhook': (it, { body }) => {
      it.webhookUrl = body.url === null ? null : String(body.url);
    },
    'POST seed': async (it, { body }) => {
      const seed = seeds[String(body.name)];
      if (seed === undefined) throw new HttpError(404, `there is no seed called ${String(body.name)}`);
      const { deliveries: _, ...seeded } = (await seed(it, String(body.argument ?? ''))) as { deliveries?: unknown };
      return seeded;
    },
    'POST act': (it, { body }) => runAct(it, body),
    'GET comments': (it, { query }) => it.comments(query.get('repository') ?? '', Number(query.get('number'))),
    'GET log': ({ requests }) => requests,
    'GET counts': (it) => it.requestCounts(),
    'DELETE log': (it) => it.clearLog(),
    'GET violations': (it) => it.violations(),
    'GET deliveries': ({ deliveries }) => deliveries.map(({ app: _, ...delivery }) => delivery),
    'POST deliver': async (it, { body }) => {
      const { app: _, ...delivery } = await it.deliver(body as unknown as Parameters<Simulator['deliver']>[0]);
      return delivery;
    },
    'POST fault': (it, { body }) => planFault(it, body),
  };

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const name = `${request.method} ${url.pathname.replace('/_simulator/', '')}`;
    const command = commands[name];
    try {
      if (!isLocal(request)) throw new HttpError(403, 'only from this machine');
      if (command === undefined)
        throw new HttpError(404, `no command ${name}; there are ${Object.keys(commands).join(', ')}`);
      const value = await command(simulator(), { query: url.searchParams, body: await readBody(request) });
      send(response, 200, controlShape(simulator().world, value));
    } catch (error) {
      send(response, error instanceof HttpError ? error.status : 500, {
        message: error instanceof Error ? error.message : String(error),
      });
    }
  };
}

/** A page in a browser on this machine is not meant. */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  return headers.origin === undefined && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value ?? null));
}

function runAct(simulator: Simulator, body: Record<string, unknown>): unknown {
  const name = [...acts].find((act) => act === body.do);
  if (name === undefined) throw new HttpError(404, `no act ${String(body.do)}; there are ${[...acts].join(', ')}`);
  const given = Array.isArray(body.with) ? body.with.map((value) => commentOrValue(simulator, value)) : [];
  const act = simulator[name] as (...given: unknown[]) => unknown;
  return act(...given);
}

function commentOrValue(simulator: Simulator, value: unknown): unknown {
  const id = (value as { comment?: unknown } | null)?.comment;
  if (typeof id !== 'number') return value;
  const found = [...simulator.world.state.nodes.values()].find((node) => node.kind === 'comment' && node.id === id);
  if (found === undefined) throw new HttpError(404, `no comment ${id}`);
  return found;
}

/** `where` names a method and a part of the path. */
function planFault(simulator: Simulator, body: Record<string, unknown>): void {
  const kind = faults.find((fault) => fault === body.kind);
  if (kind === undefined) throw new HttpError(404, `no fault ${String(body.kind)}; there are ${faults.join(', ')}`);
  const { method, path } = (body.where ?? {}) as { method?: string; path?: string };
  const where = (target: FaultTarget): boolean =>
    (method === undefined || target.method === method) && (path === undefined || target.path.includes(path));
  const options = { ...(body.options as object | undefined), where } as FaultOptions;
  const given = body.value === undefined ? [] : [body.value];
  const plan = simulator.faults[kind] as (...given: unknown[]) => void;
  plan(...given, options);
}
