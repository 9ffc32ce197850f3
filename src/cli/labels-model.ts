import { readSettings } from '../config/process-settings.ts';
import { SettingsError } from '../config/settings-error.ts';
import { huggingFace } from '../inference/hugging-face.ts';
import type { ComparedModel } from '../triage/compare-model.ts';

/** Texts of a history on this machine belong to no repository that is known elsewhere. */
const HERE = { installationId: 0, owner: 'local', repo: 'backtest' };

type Environment = Record<string, string | undefined>;

/** Of `--model NAME`, or of `--model` alone, which means what the settings name. @throws SettingsError */
export function labelsModelName(option: string | true, env: Environment = process.env): string {
  const name = option === true ? env.HF_LABELS_MODEL?.trim() : option;
  if (name === undefined || name === '') {
    throw new SettingsError('HF_LABELS_MODEL is missing: set it to the name of your model, or say --model NAME.');
  }
  return name;
}

/** The model that a team trained; null where no server is configured. @throws SettingsError */
export function openLabelsModel(name: string, env: Environment = process.env): ComparedModel | null {
  // Its own endpoint is enough: of the other models none is asked here.
  const main = env.HF_ENDPOINT_URL ?? (env.HF_TOKEN === undefined ? env.HF_LABELS_URL : undefined);
  const { huggingFace: settings } = readSettings({
    ...env,
    APP_ID: '',
    HF_LABELS_MODEL: name,
    HF_ENDPOINT_URL: main,
  });
  if (settings === null || settings.labels === null) return null;
  const problems = new Set<string>();
  const budget = budgetOf();
  const models = huggingFace(
    { ...settings, classification: settings.labels },
    {
      clock: () => new Date(),
      log: { info: () => undefined, warn: (facts) => void problems.add(becauseOf(facts)) },
      measure: (_, outcome) => void (outcome === 'over-budget' && problems.add(OVER_BUDGET)),
      budget,
      cache: { readModelAnswers: async () => new Map(), saveModelAnswers: async () => undefined },
    },
  ).of(HERE);
  return {
    name,
    atOnce: settings.concurrency,
    rate: models.rate,
    because: () => [...problems].filter((problem) => problem !== '').join('; ') || 'it gave no answer',
  };
}

const OVER_BUDGET = 'HF_DAILY_CHARACTERS is used up';

/** Of this run: nothing is kept between runs. */
function budgetOf(): { spend(day: string, characters: number, limit: number): Promise<boolean> } {
  let spent = 0;
  return {
    async spend(_, characters, limit) {
      if (spent + characters > limit) return false;
      spent += characters;
      return true;
    },
  };
}

function becauseOf(facts: object): string {
  return 'because' in facts && typeof facts.because === 'string' ? facts.because : '';
}
