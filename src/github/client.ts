import type { Probot, ProbotOctokit } from 'probot';
import type { ConfigProposal } from '../config/config-proposal.ts';
import type { ConfigFile } from '../config/parse-config.ts';
import type { ConfigProblem, ConfigReading } from '../config/repository-config.ts';
import type { ItemName } from '../domain/suggested-item.ts';
import type { RepositoryName, RepositoryRef, ThreadRef } from '../domain/thread-ref.ts';
import { apiLimits } from './api-limits.ts';
import { appOctokit } from './app-octokit.ts';
import { type Added, type Additions, applyAdditions } from './apply-additions.ts';
import { cachedReads } from './cached-reads.ts';
import { type CommandClient, commandClient } from './command-client.ts';
import { type CheckChange, type ConfigCheck, configChecks, readProposedConfig } from './config-checks.ts';
import { type DigestWritten, type WantedDigest, writeDigest } from './digest-thread.ts';
import { moveClone, removeClone } from './git-clone.ts';
import { guarded, unlessRefused, withoutSecrets } from './github-error.ts';
import { type HistoryBatch, type HistoryCursor, readHistory } from './history.ts';
import { type DeliveriesRead, failedDeliveries, redeliver } from './hook-deliveries.ts';
import { installedRepositories } from './installed-repositories.ts';
import { type NativeFields, nativeSuggestions } from './native-suggestions.ts';
import { outages } from './outages.ts';
import { readAddresses } from './owner-reads.ts';
import { type Profile, readProfiles, type WantedProfile } from './profile-reads.ts';
import { type ReadThread, readThread } from './read-thread.ts';
import { type TriageCommentOptions, upsertTriageComment } from './triage-comment.ts';
import { readUpdatedThreads, type UpdatedThread } from './updated-threads.ts';
import type { CommentChange } from './upsert-comment.ts';
import { type Account, writableBy } from './writable.ts';

export interface GitHubClientOptions {
  /** Started with appId, privateKey and (other than github.com) baseUrl. */
  probot: Pick<Probot, 'auth'>;
  /** Where repositories are cloned from, such as `https://github.com`. */
  web: string;
  /** Clones lie in its folder `git`. */
  dataDir: string;
  now?: () => number;
  /** Share of the hourly limit that reading the history leaves to live work; half of it by default. */
  reserve?: number;
}

/** What CommScore reads from GitHub and writes there. Errors hold no token: GitHubAccessError, GitHubRequestError, GitError. */
export interface GitHubClient extends CommandClient {
  ownLogin(): Promise<string>;
  readThread(ref: ThreadRef): Promise<ReadThread | null>;
  readConfig(ref: RepositoryRef): Promise<ConfigReading>;
  /** The files that are in force, and what is wrong with newer ones. */
  readConfigFiles(ref: RepositoryRef): Promise<{ files: ConfigFile[]; problems: ConfigProblem[] }>;
  /** The configuration as it stands at a commit. */
  readProposedConfig(ref: RepositoryRef, head: string): Promise<ConfigProposal>;
  checkConfig(ref: ThreadRef, check: ConfigCheck): Promise<CheckChange>;
  readCodeowners(ref: RepositoryRef): Promise<string>;
  readLabels(ref: RepositoryRef): Promise<string[]>;
  readAssignable(ref: RepositoryRef): Promise<Set<string>>;
  /** Members of a team named as `org/name`; null where GitHub does not say. */
  readTeam(ref: RepositoryRef, team: string): Promise<string[] | null>;
  /** Logins of people who may write; null where GitHub does not say. */
  readWriters(ref: RepositoryRef): Promise<ReadonlySet<string> | null>;
  /** Of repositories of one installation those that the person may write to; asked anew each time. */
  writableBy(refs: readonly [RepositoryRef, ...RepositoryRef[]], account: Account): Promise<RepositoryRef[]>;
  /** Logins of those of the addresses that are known, by address in lower case. */
  readAddresses(ref: RepositoryRef, addresses: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Gives what of it then stands on the thread. */
  apply(ref: ThreadRef, additions: Additions): Promise<Added>;
  /** Puts them into GitHub's own suggestion fields; gives those that it took. */
  suggestNatively(ref: ThreadRef, wanted: NativeFields): Promise<ItemName[]>;
  upsertComment(ref: ThreadRef, body: string | null, options?: TriageCommentOptions): Promise<CommentChange>;
  /** Edits the one thread that holds the digest, or opens it. */
  writeDigest(ref: RepositoryRef, wanted: WantedDigest): Promise<DigestWritten>;
  readHistory(ref: RepositoryRef, since: HistoryCursor | null): AsyncIterable<HistoryBatch>;
  /** Public profiles of those who are users of GitHub. */
  readProfiles(ref: RepositoryRef, wanted: readonly WantedProfile[]): Promise<Profile[]>;
  /** Deliveries of the app's webhooks since a time whose latest attempt failed; null where GitHub does not tell of them. */
  failedDeliveries(since: string): Promise<DeliveriesRead | null>;
  redeliver(id: number): Promise<boolean>;
  /** Threads that were updated at or after a time; null where the app may not see them. */
  readUpdatedThreads(ref: RepositoryRef, since: string): Promise<UpdatedThread[] | null>;
  /** Every repository that the app was given. */
  installedRepositories(): AsyncIterable<RepositoryRef>;
  /** Something in the repository changed (a push, a label, a member), or (`repo` null) in all that the owner has: read it anew. */
  forgetCached(ref: { owner: string; repo: string | null }): void;
  /** The clone lies under the new name. */
  moveRepository(from: RepositoryName, to: RepositoryName): Promise<void>;
  /** Deletes the clone. */
  forgetRepository(ref: { owner: string; repo: string }): Promise<void>;
}

export function gitHubClient(options: GitHubClientOptions): GitHubClient {
  const { probot, web, dataDir, now = Date.now, reserve = 0.5 } = options;
  const app = appOctokit(probot, { limits: apiLimits({ reserve, now }), outage: outages(now) });
  function reading<T>(
    { installationId }: Pick<RepositoryRef, 'installationId'>,
    run: (octokit: ProbotOctokit) => Promise<T>,
  ): Promise<T> {
    return guarded(async () => run(await app.installation(installationId, 'read')));
  }

  const cached = cachedReads(reading, now);
  const suggestNatively = nativeSuggestions(now);
  const writeCheck = configChecks(now);

  async function* history(ref: RepositoryRef, since: HistoryCursor | null): AsyncGenerator<HistoryBatch> {
    const octokit = await app.installation(ref.installationId, 'history');
    const documents = async () => (await cached.config(ref)).config.related.docs;
    yield* readHistory({ octokit, gitToken: app.gitToken, documents, dataDir, web }, ref, since);
  }

  async function* installed(): AsyncGenerator<RepositoryRef> {
    yield* installedRepositories(await app.itself(), (id) => app.installation(id, 'read'));
  }

  return {
    ...commandClient(app),
    ownLogin: () => guarded(app.ownLogin),
    readThread: (ref) => reading(ref, (octokit) => readThread(octokit, ref)),
    readConfig: cached.config,
    readConfigFiles: cached.layeredConfig,
    readProposedConfig: async (ref, head) => {
      const [{ config: inForce }, around] = await Promise.all([cached.config(ref), cached.repository(ref)]);
      return reading(ref, (octokit) => readProposedConfig(octokit, ref, { head, inForce, around }));
    },
    checkConfig: (ref, check) =>
      guarded(async () =>
        writeCheck(await app.installation(ref.installationId, 'write'), ref, check, await app.ownLogin()),
      ),
    readCodeowners: async (ref) => (await cached.repository(ref)).codeowners,
    readLabels: async (ref) => (await cached.repository(ref)).labels,
    readAssignable: async (ref) => (await cached.repository(ref)).assignable,
    readTeam: cached.team,
    readWriters: cached.writers,
    writableBy: (refs, account) => reading(refs[0], (octokit) => writableBy(octokit, refs, account)),
    readAddresses: (ref, addresses) => readAddresses(ref, addresses, dataDir),
    apply: (ref, additions) =>
      guarded(async () => applyAdditions(await app.installation(ref.installationId, 'write'), ref, additions)),
    suggestNatively: (ref, wanted) =>
      guarded(async () => suggestNatively(await app.installation(ref.installationId, 'write'), ref, wanted)),
    upsertComment: (ref, body, options) => guarded(() => upsertTriageComment(app, ref, body, options)),
    writeDigest: (ref, wanted) => guarded(() => writeDigest(app, ref, wanted)),
    readHistory: (ref, since) => guardedEach(history(ref, since)),
    readProfiles: (ref, wanted) =>
      guarded(async () => readProfiles(await app.installation(ref.installationId, 'history'), wanted)),
    failedDeliveries: (since) => guarded(async () => failedDeliveries(await app.itself(), since)),
    redeliver: (id) => guarded(async () => redeliver(await app.itself(), id)),
    readUpdatedThreads: (ref, since) =>
      unlessRefused(async () => readUpdatedThreads(await app.installation(ref.installationId, 'history'), ref, since)),
    installedRepositories: () => guardedEach(installed()),
    forgetCached: cached.forget,
    moveRepository: (from, to) => moveClone({ ...from, dataDir }, { ...to, dataDir }),
    forgetRepository: (ref) => removeClone({ ...ref, dataDir }),
  };
}

async function* guardedEach<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    throw withoutSecrets(error);
  }
}
