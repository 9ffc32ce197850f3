import { renderDigest } from '../comment/render-digest.ts';
import { activityPart } from '../community/activity-part.ts';
import { digestOf, digestRules } from '../community/digest.ts';
import { type Cadence, periodAt, periodBefore } from '../community/digest-period.ts';
import { healthPart } from '../community/health-part.ts';
import { partnersPart } from '../community/partners-part.ts';
import { readSettings } from '../config/process-settings.ts';
import { finish } from '../match/steps.ts';
import { UsageError } from './fail.ts';
import { readStoredInput } from './stored-facts.ts';

export interface DigestOptions {
  repository: string;
  language?: string;
  period?: string;
}

/** The digest of the last whole week or month as Markdown; nothing is written. How suggestions fared is not in it. */
export async function digest(
  { repository, language = 'en', period = 'weekly' }: DigestOptions,
  env: Record<string, string | undefined> = process.env,
): Promise<string> {
  if (!isLanguage(language)) throw new UsageError(`--language ${language} is neither en nor zh-CN`);
  if (!isCadence(period)) throw new UsageError(`--period ${period} is neither weekly nor monthly`);
  const { web: webUrl } = readSettings({ ...env, APP_ID: '', COMMSCORE_ROLE: 'all' }).github;
  const now = Date.now();
  const input = await readStoredInput(repository, now, env);
  const found = digestOf({
    period: periodBefore(periodAt(period, now)),
    parts: {
      activity: finish(activityPart(input)),
      health: finish(healthPart(input)),
      partners: finish(partnersPart(input)),
    },
    acceptance: [],
    before: null,
    config: digestRules(input.config),
  });
  const [owner = '', repo = ''] = repository.split('/');
  return renderDigest(found, { language, repository: { owner, repo, webUrl }, earlier: [] });
}

function isLanguage(text: string): text is 'en' | 'zh-CN' {
  return text === 'en' || text === 'zh-CN';
}

function isCadence(text: string): text is Cadence {
  return text === 'weekly' || text === 'monthly';
}
