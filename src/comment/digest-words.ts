import type { PlannedMilestone } from '../community/digest.ts';
import type { Advice } from '../community/digest-advice.ts';
import type { Moved } from '../community/digest-moved.ts';
import type { Period } from '../community/digest-period.ts';
import type { KnowledgeRisk, LoadRisk, Risks } from '../community/digest-risks.ts';
import type { TurnCount } from '../community/digest-waits.ts';
import type { Forecast } from '../community/forecast.ts';
import type { Turn } from '../community/stalled-threads.ts';
import type { Acceptance } from '../domain/acceptance.ts';
import type { DigestInk } from './digest-ink.ts';

/** All that a digest says in one language. What is passed as text is shown already. */
export interface DigestWords {
  /** Of the issue or discussion. */
  title: string;
  period(period: Period): string;
  columns: { now(period: Period): string; before(period: Period): string };
  rows: { opened: string; ended: string; response: string; people: string };
  hours(hours: number): string;
  /** Which of what was opened and ended in words. */
  moved(moved: Moved): string;
  welcome(people: { name: string; thread: string | null }[], more: number): string;
  quiet: string;
  headings: Record<'advice' | 'waits' | 'risks' | 'ahead' | 'suggestions' | 'ranking', string>;
  advice(advice: Advice, ink: DigestInk): string;
  waits(turn: Turn, count: TurnCount): string;
  waiting(thread: string, days: number, reviewers: string[]): string;
  knowledge(risk: KnowledgeRisk): string;
  directory(name: string, filesAtRisk: number, files: number): string;
  load(risk: LoadRisk): string;
  /** Regulars who fell silent, without names. */
  silence(quiet: NonNullable<Risks['quiet']>): string;
  ahead(forecast: Forecast & { open: number }): string;
  milestone(title: string, milestone: PlannedMilestone): string;
  organisation(name: string, share: number): string;
  fared(acceptance: Acceptance, ink: DigestInk): string;
  muted(acceptance: Acceptance, ink: DigestInk): string;
  ranked: { person: string; reviewed: string; answered: string; wrote: string };
  details: string;
  earlier: string;
  earlierColumns: { period: string; opened: string; ended: string; waiting: string };
  /** Why it is no discussion. */
  instead: string;
  footer(parts: { cadence: Period['cadence']; setting: string; config: string; optOut: string }): string;
}
