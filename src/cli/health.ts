import { type HealthPart, healthPart } from '../community/health-part.ts';
import { measuredInput } from '../community/measured-input.ts';
import { type TonePart, tonePart } from '../community/tone-part.ts';
import { defaultConfig } from '../config/repository-config.ts';
import { finish } from '../match/steps.ts';
import { learnClone } from './clone-model.ts';
import { UsageError } from './fail.ts';
import { healthSections } from './health-sections.ts';
import { readStoredInput } from './stored-facts.ts';
import { toneSection } from './tone-section.ts';

export interface HealthOptions {
  repo?: string;
  repository?: string;
  json?: boolean;
}

/** How the work stands. A clone tells who knows what; issues, pulls and discussions are known to the app alone. */
export async function health(
  { repo, repository, json }: HealthOptions,
  env: Record<string, string | undefined> = process.env,
): Promise<string> {
  if ((repo === undefined) === (repository === undefined)) {
    throw new UsageError('give one of --repo PATH and --repository owner/name');
  }
  const found = repo === undefined ? await storedHealth(repository ?? '', env) : await cloneHealth(repo);
  if (json) return JSON.stringify(found);
  const tone = found.tone === undefined ? '' : toneSection(found.tone);
  return [healthSections(found), tone].filter((part) => part !== '').join('\n\n');
}

/** Comments are known to the app alone. */
type Health = HealthPart & { tone?: TonePart };

/** As of its newest change: what was not fetched for long only looks left. */
async function cloneHealth(repo: string): Promise<Health> {
  const { model } = await learnClone(repo, []);
  const now = Date.now();
  const newest = model.work(now).changes.reduce((latest, { time }) => Math.max(latest, time), 0);
  const work = model.work(Math.min(newest, now));
  const nothing = { threads: [], documents: [], persons: [], settings: new Map() };
  return finish(healthPart(measuredInput({ work, ...nothing, config: defaultConfig })));
}

async function storedHealth(name: string, env: Record<string, string | undefined>): Promise<Health> {
  const input = await readStoredInput(name, Date.now(), env);
  return { ...finish(healthPart(input)), tone: finish(tonePart(input)) };
}
