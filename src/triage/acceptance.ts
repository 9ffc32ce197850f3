import { defaultConfig, type RepositoryConfig } from '../config/repository-config.ts';
import type { Acceptance } from '../domain/acceptance.ts';
import type { ItemKind, ItemName, ItemOutcome, SettledCounts } from '../domain/suggested-item.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import { shareInterval } from '../match/confidence.ts';
import type { GitHub } from './github-port.ts';
import type { Clock } from './ports.ts';
import type { Store } from './store-port.ts';

const WINDOW_MS = 90 * 86_400_000;
/** Fewer say nothing. */
const ENOUGH = 20;

const SECTIONS = { label: 'labels', assignee: 'assignees', reviewer: 'reviewers' } as const;

export interface SettlePorts {
  github: Pick<GitHub, 'readConfig'>;
  store: Pick<Store, 'settleOverdue'>;
  clock: Clock;
}

/** How the repository's suggestions of the last 90 days fared, and which of them are silent for it: each kind, then each label. */
export async function readAcceptance(
  ref: RepositoryRef,
  config: RepositoryConfig,
  { store, clock }: { store: Pick<Store, 'acceptance'>; clock: Clock },
): Promise<Acceptance[]> {
  const since = new Date(clock().getTime() - WINDOW_MS).toISOString();
  return acceptanceOf(await store.acceptance(ref, since), config);
}

/** The same for who does not know the configuration: the dashboard, and the digest, which says what went silent. */
export async function acceptanceFigures(
  ref: RepositoryRef,
  { github, store, clock }: { github: Pick<GitHub, 'readConfig'>; store: Pick<Store, 'acceptance'>; clock: Clock },
): Promise<Acceptance[]> {
  const { config } = await github.readConfig(ref);
  return readAcceptance(ref, config, { store, clock });
}

/** Of several repositories together, each kind as a whole; what each wants differs and is not told. */
export async function overallAcceptance(
  keys: string[] | undefined,
  { store, clock }: { store: { acceptanceOverall: AcceptanceOverall }; clock: Clock },
): Promise<Acceptance[]> {
  const since = new Date(clock().getTime() - WINDOW_MS).toISOString();
  const counts = await store.acceptanceOverall(keys, since);
  return counts.map((one) => ({ ...fared(one, defaultConfig), minPrecision: null, silent: null }));
}

type AcceptanceOverall = (keys: string[] | undefined, since: string) => Promise<SettledCounts[]>;

/** What nobody acted on for the configured time is settled. For the hourly sweep: no webhook tells of it. */
export async function settleOverdue(ref: RepositoryRef, { github, store, clock }: SettlePorts): Promise<number> {
  const { config } = await github.readConfig(ref);
  const now = clock();
  const before = new Date(now.getTime() - config.acceptance.ignoredAfter).toISOString();
  return (await store.settleOverdue(ref, { before, at: now.toISOString() })).length;
}

export function acceptanceOf(counts: readonly SettledCounts[], config: RepositoryConfig): Acceptance[] {
  const kinds: ItemKind[] = ['label', 'assignee', 'reviewer', 'related'];
  const whole = kinds
    .map((kind) => ({ kind, of: counts.filter((one) => one.kind === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => fared({ kind, label: null, ...sum(of) }, config));
  const labels = counts.filter(({ label }) => label !== null).map((one) => fared(one, config));
  return [...whole, ...labels.toSorted((a, b) => b.judged - a.judged || (a.label ?? '').localeCompare(b.label ?? ''))];
}

/** Whether the item is thought but not said. */
export function isSilent(acceptance: readonly Acceptance[], { kind, subject }: ItemName): boolean {
  return acceptance.some(
    (one) =>
      one.silent !== null &&
      one.kind === kind &&
      (one.label === null || one.label.toLowerCase() === subject.toLowerCase()),
  );
}

function fared({ kind, label, outcomes, promised }: SettledCounts, config: RepositoryConfig): Acceptance {
  const decided = outcomes.accepted + outcomes.changed + outcomes.rejected + outcomes.undone;
  const judged = decided + outcomes.ignored;
  return {
    kind,
    label,
    outcomes,
    judged,
    decided,
    accepted: decided === 0 ? null : outcomes.accepted / decided,
    interval: shareInterval(outcomes.accepted, decided),
    promised: decided === 0 ? null : promised / decided,
    minPrecision: kind === 'related' ? null : config[SECTIONS[kind]].minPrecision,
    silent: kind === 'related' ? null : whySilent(outcomes, { decided, judged }, config.acceptance),
  };
}

/**
 * Silent only where it is sure, by the upper end of the interval, that people do not want it. Many repositories label or
 * assign few of their threads: what was ignored is no judgement until hardly anything at all is acted on.
 */
function whySilent(
  { accepted }: Record<ItemOutcome, number>,
  { decided, judged }: { decided: number; judged: number },
  { floor, heeded }: RepositoryConfig['acceptance'],
): Acceptance['silent'] {
  if (decided >= ENOUGH && shareInterval(accepted, decided).high < floor) return 'seldom-accepted';
  if (judged >= ENOUGH && shareInterval(decided, judged).high < heeded) return 'seldom-heeded';
  return null;
}

function sum(counts: readonly SettledCounts[]): Pick<SettledCounts, 'outcomes' | 'promised'> {
  const outcomes = { accepted: 0, changed: 0, rejected: 0, ignored: 0, undone: 0 };
  let promised = 0;
  for (const one of counts) {
    for (const is of Object.keys(outcomes) as ItemOutcome[]) outcomes[is] += one.outcomes[is];
    promised += one.promised;
  }
  return { outcomes, promised };
}
