import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Actions, peopleActions } from './actions.ts';
import { controlHandler, type Seeds } from './control.ts';
import { type Delivery, type RawDelivery, webhookSender } from './deliveries.ts';
import { loadDescription } from './description.ts';
import { type Faults, faultControl } from './faults.ts';
import { gitHttpBackend } from './git-http.ts';
import { githubSchema } from './graphql-schema.ts';
import { changeRepositories, install, suspend, uninstall } from './installing.ts';
import { repositoryNamed, threadNamed } from './named.ts';
import { type Oauth, oauthServer } from './oauth.ts';
import { type RateLimits, rateLimits } from './rate-limits.ts';
import { type LoggedRequest, requestLog, type Violation } from './request-log.ts';
import { appEndpoints } from './rest-apps.ts';
import { checkEndpoints } from './rest-checks.ts';
import { commentEndpoints } from './rest-comments.ts';
import { gitEndpoints } from './rest-git.ts';
import { pullEndpoints } from './rest-pulls.ts';
import { rateEndpoints } from './rest-rate.ts';
import { repositoryEndpoints } from './rest-repositories.ts';
import { threadEndpoints } from './rest-threads.ts';
import { addAccount, addRepository, type NewAccount, type NewRepository } from './seed.ts';
import { addApp, type NewApp } from './seed-app.ts';
import { simulatorServer } from './server.ts';
import {
  type Account,
  type App,
  type Comment,
  emptyState,
  type Installation,
  type Repository,
  type Team,
} from './state.ts';
import { addTeam, type NewTeam } from './teams.ts';
import type { World } from './world.ts';

export interface SimulatorOptions {
  /** 0: any free one. */
  port?: number;
  app?: NewApp;
  /** Where the app listens; may be set later. */
  webhookUrl?: string;
  /** Clock of everything that is made. */
  now?: () => Date;
  /** Hold the simulator's own answers against GitHub's description. */
  checkAnswers?: boolean;
  /** Worlds that another process may ask for. */
  seeds?: Seeds;
}

export interface Simulator extends Actions {
  world: World;
  /** Such as `http://127.0.0.1:4000`. */
  address: string;
  app: App;
  /** PKCS#1 PEM, as GitHub gives it. */
  privateKey: string;
  /** What the app's process needs in its environment to talk to this simulator. */
  environment(): Record<string, string>;
  /** null: webhooks are not sent. */
  webhookUrl: string | null;
  faults: Faults;
  /** How people sign in to the app. */
  oauth: Oauth;
  /** What installations may ask for in an hour, and how they stand. */
  rates: RateLimits;
  addAccount(given: NewAccount): Account;
  addTeam(given: NewTeam): Team;
  addRepository(given: NewRepository): Promise<Repository>;
  repository(name: string): Repository;
  /** Installs on the owner's repositories; `only` some of them. */
  install(owner: string, only?: string[]): Promise<Installation>;
  uninstall(owner: string): Promise<void>;
  suspend(owner: string, suspended?: boolean): Promise<void>;
  changeRepositories(owner: string, action: 'added' | 'removed', names: string[]): Promise<void>;
  comments(repository: string, number: number): Comment[];
  deliver(given: RawDelivery): Promise<Delivery>;
  redeliver(delivery: Delivery): Promise<Delivery>;
  deliveries: Delivery[];
  requests: LoggedRequest[];
  /** How often each operation was asked for. */
  requestCounts(): Record<string, number>;
  violations(): Violation[];
  /** Forgets requests and violations. */
  clearLog(): void;
  /** Reads GitHub's descriptions now, so that the first requests do not wait for it. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

/** @throws Error where git or its HTTP part is missing. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  gitHttpBackend();
  const now = options.now ?? (() => new Date());
  const keys = keyPair();
  const directory = await mkdtemp(join(tmpdir(), 'commscore-simulator-'));
  const world: World = {
    state: emptyState(),
    address: '',
    directory,
    now: () =>
      now()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
    emit: (happening) => hooks.emit(happening),
  };
  const hooks = webhookSender(world, () => app);
  const app = addApp(world, { ...options.app, publicKey: keys.publicKey });
  hooks.url = options.webhookUrl ?? null;
  const log = requestLog();
  const faults = faultControl(now);
  const rates = rateLimits(now);
  const oauth = oauthServer(world, app);
  const endpoints = {
    ...oauth.endpoints,
    ...appEndpoints(hooks),
    ...threadEndpoints,
    ...commentEndpoints,
    ...pullEndpoints,
    ...repositoryEndpoints,
    ...gitEndpoints,
    ...checkEndpoints,
    ...rateEndpoints,
  };
  const control = controlHandler(() => simulator, options.seeds ?? {});
  const server = simulatorServer({
    world,
    endpoints,
    faults,
    log,
    rates,
    oauth,
    checkAnswers: options.checkAnswers ?? false,
    control,
  });
  world.address = await listen(server, options.port ?? 0);

  const simulator: Simulator = {
    ...peopleActions(world),
    world,
    address: world.address,
    app,
    privateKey: keys.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    environment: () => ({
      APP_ID: String(app.id),
      PRIVATE_KEY: simulator.privateKey,
      WEBHOOK_SECRET: app.webhookSecret,
      GITHUB_CLIENT_ID: oauth.clientId,
      GITHUB_CLIENT_SECRET: oauth.clientSecret,
      GHE_HOST: world.address.replace('http://', ''),
      GHE_PROTOCOL: 'http',
    }),
    get webhookUrl() {
      return hooks.url;
    },
    set webhookUrl(url) {
      hooks.url = url;
    },
    faults,
    oauth,
    rates,
    ...installingActions(world, app),
    addAccount: (given) => addAccount(world, given),
    addTeam: (given) => addTeam(world, given),
    addRepository: (given) => addRepository(world, given),
    repository: (name) => repositoryNamed(world, name),
    comments: (repository, number) => threadNamed(world, { repository, number }).comments,
    deliver: hooks.deliver,
    redeliver: hooks.redeliver,
    deliveries: hooks.deliveries,
    requests: log.requests,
    requestCounts: log.counts,
    violations: () => [...log.violations],
    clearLog: log.clear,
    warm: async () => {
      loadDescription();
      await githubSchema();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const { git } of world.state.repositories) git.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
  return simulator;
}

function installingActions(world: World, app: App) {
  const of = (owner: string): Installation => {
    const found = world.state.installations.find(({ account }) => account.login.toLowerCase() === owner.toLowerCase());
    if (found === undefined) throw new Error(`the app is not installed on ${owner}`);
    return found;
  };
  const named = (owner: string, names: string[]): Repository[] =>
    names.map((name) => repositoryNamed(world, `${owner}/${name}`));
  return {
    install: (owner: string, only?: string[]): Promise<Installation> =>
      install(
        world,
        app,
        addAccount(world, { login: owner, type: 'Organization' }),
        only === undefined ? only : named(owner, only),
      ),
    uninstall: (owner: string): Promise<void> => uninstall(world, of(owner)),
    suspend: (owner: string, suspended = true): Promise<void> => suspend(world, of(owner), suspended),
    changeRepositories: (owner: string, action: 'added' | 'removed', names: string[]): Promise<void> =>
      changeRepositories(world, of(owner), action, named(owner, names)),
  };
}

let pair: KeyPairKeyObjectResult | undefined;

/** One a process: making it takes longer than all the rest. */
function keyPair(): KeyPairKeyObjectResult {
  pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  return pair;
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
