import { configProposal } from '../../src/config/config-proposal.ts';
import { defaultConfig, type RepositoryConfig } from '../../src/config/repository-config.ts';
import type { ThreadFact } from '../../src/domain/fact.ts';
import { type RepositoryRef, type ThreadRef, threadKey } from '../../src/domain/thread-ref.ts';
import type { CommandComment, CommandGitHub } from '../../src/triage/command-ports.ts';
import type { DigestGitHub, DigestWritten, WantedDigest } from '../../src/triage/digest-ports.ts';
import type { Additions, ConfigCheck, GitHub, NativeFields } from '../../src/triage/github-port.ts';
import type { HistoryBatch } from '../../src/triage/history-reading.ts';
import type { Profile, ProfilePorts, WantedProfile } from '../../src/triage/learn-profiles.ts';
import type { ThreadReading } from '../../src/triage/thread-reading.ts';
import type { DeliveriesRead, UpdatedThread, WatchGitHub } from '../../src/triage/watch-ports.ts';

type ProfileGitHub = ProfilePorts['github'];

export interface FakeGitHub extends GitHub, DigestGitHub, CommandGitHub, WatchGitHub, ProfileGitHub {
  /** By login; asked for in `profilesRead`. */
  profiles: Map<string, Profile>;
  profilesRead: WantedProfile[];
  /** What was to be written, and what then became of it. */
  digests: { wanted: WantedDigest; body: string }[];
  digestWritten: DigestWritten;
  threads: Map<string, ThreadReading>;
  /** Body of the own comment of each thread. */
  comments: Map<string, string>;
  applied: Additions[];
  /** Whether it has fields for suggestions, and what was put there. */
  takesNatively: boolean;
  natively: NativeFields[];
  /** What people wrote, by node id. */
  written: Map<string, CommandComment>;
  triagers: Set<string>;
  /** In the order in which the app gave them. */
  reactions: string[];
  /** Body of the answer to each comment. */
  replies: Map<string, string>;
  takenBack: Additions[];
  writes: number;
  config: RepositoryConfig;
  labels: string[];
  assignable: Set<string>;
  /** Of the configuration by commit; what is not named is taken away. */
  proposed: Map<string, string>;
  checks: ConfigCheck[];
  mayCheck: boolean;
  codeowners: string;
  /** Members by `org/name`. */
  teams: Map<string, string[]>;
  writers: Set<string> | null;
  addresses: Map<string, string>;
  history: HistoryBatch[];
  installed: RepositoryRef[];
  /** null: it does not tell of its deliveries. */
  deliveries: DeliveriesRead | null;
  /** Ids of the attempts that were asked for again, and since when they were looked for. */
  redelivered: number[];
  lookedSince: string[];
  updated: UpdatedThread[];
}

/** GitHub as far as triage can see it, in memory. */
export function fakeGitHub(): FakeGitHub {
  const fake: FakeGitHub = {
    profiles: new Map(),
    profilesRead: [],
    digests: [],
    digestWritten: {
      outcome: 'created',
      thread: { type: 'issue', number: 9, url: 'https://github.com/acme/engine/issues/9' },
    },
    threads: new Map(),
    comments: new Map(),
    applied: [],
    takesNatively: false,
    natively: [],
    written: new Map(),
    triagers: new Set(),
    reactions: [],
    replies: new Map(),
    takenBack: [],
    writes: 0,
    config: { ...defaultConfig, settle: 0 },
    labels: [],
    assignable: new Set(),
    proposed: new Map(),
    checks: [],
    mayCheck: true,
    codeowners: '',
    teams: new Map(),
    writers: null,
    addresses: new Map(),
    history: [],
    installed: [],
    deliveries: { failed: [], newest: null, complete: true },
    redelivered: [],
    lookedSince: [],
    updated: [],
    async writeDigest(_, wanted) {
      fake.digests.push({ wanted, body: wanted.body(wanted.thread?.type ?? wanted.target) });
      return fake.digestWritten;
    },
    async failedDeliveries(since) {
      fake.lookedSince.push(since);
      return fake.deliveries;
    },
    async redeliver(id) {
      fake.redelivered.push(id);
      return true;
    },
    readUpdatedThreads: async (_, since) =>
      fake.updated.filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(since)),
    readThread: async (ref) => fake.threads.get(threadKey(ref)) ?? null,
    readConfig: async () => ({ config: fake.config, problems: [] }),
    readProposedConfig: async (_, head) => {
      const text = fake.proposed.get(head);
      return configProposal(fake.config, null, text === undefined ? null : { name: 'acme/engine', text });
    },
    async checkConfig(_, check) {
      if (!fake.mayCheck) return 'not-permitted';
      if (!check.again && fake.checks.some(({ head }) => head === check.head)) return 'unchanged';
      fake.checks.push(check);
      return 'created';
    },
    readCodeowners: async () => fake.codeowners,
    readLabels: async () => fake.labels,
    readAssignable: async () => fake.assignable,
    readTeam: async (_, team) => fake.teams.get(team) ?? null,
    readWriters: async () => fake.writers,
    readAddresses: async () => fake.addresses,
    async apply(_, additions) {
      fake.applied.push(additions);
      return { ...additions, refused: [] };
    },
    suggestNatively: async (_, { labels, assignees }) => {
      if (!fake.takesNatively) return [];
      fake.natively.push({ labels, assignees });
      return [
        ...labels.map(({ name }) => ({ kind: 'label' as const, subject: name })),
        ...assignees.map(({ name }) => ({ kind: 'assignee' as const, subject: name })),
      ];
    },
    readComment: async (_, id) => fake.written.get(id) ?? null,
    mayTriage: async (_, login) => fake.triagers.has(login),
    react: async (_ref, _comment, wanted) => void fake.reactions.push(wanted),
    async reply(_, { id }, body) {
      if (body === null) return fake.replies.delete(id) ? 'removed' : 'none';
      const before = fake.replies.get(id);
      fake.replies.set(id, body);
      return before === undefined ? 'created' : 'updated';
    },
    takeBack: async (_, additions) => void fake.takenBack.push(additions),
    upsertComment: async (ref, body, options) => upsert(fake, ref, body, options),
    async *installedRepositories() {
      yield* fake.installed;
    },
    forgetCached: () => undefined,
    moveRepository: async () => undefined,
    forgetRepository: async () => undefined,
    async readProfiles(_ref, wanted) {
      fake.profilesRead.push(...wanted);
      return wanted.flatMap(({ login }) => fake.profiles.get(login) ?? []);
    },
    async *readHistory() {
      yield* fake.history;
    },
  };
  return fake;
}

function upsert(fake: FakeGitHub, ref: ThreadRef, body: string | null, { create = true } = {}) {
  const key = threadKey(ref);
  const before = fake.comments.get(key);
  if (before === undefined && !create) return 'none';
  if (before === (body ?? undefined)) return body === null ? 'none' : 'unchanged';
  fake.writes++;
  if (body === null) {
    fake.comments.delete(key);
    return 'removed';
  }
  fake.comments.set(key, body);
  return before === undefined ? 'created' : 'updated';
}

/** An open issue; name only what the test is about. */
export function aReading(
  fact: Partial<ThreadFact> = {},
  over: Partial<Omit<ThreadReading, 'fact'>> = {},
): ThreadReading {
  return {
    fact: {
      kind: 'thread',
      type: 'issue',
      id: '5',
      time: '2026-06-01T00:00:00Z',
      author: 'newcomer',
      title: '',
      body: '',
      labels: [],
      assignees: [],
      participants: [],
      state: 'open',
      closedAt: null,
      outcome: null,
      ...fact,
    },
    locked: false,
    draft: false,
    authorIsBot: false,
    files: [],
    reviewers: [],
    declined: [],
    ...over,
  };
}

/** A comment on the issue; name only what the test is about. */
export function aComment(over: Partial<CommandComment> = {}): CommandComment {
  return {
    id: 'IC_1',
    body: '/commscore help',
    author: 'mara',
    authorIsHuman: true,
    locked: false,
    createdAt: '2026-06-01T00:00:00Z',
    reactions: [],
    replyTo: null,
    ...over,
  };
}
