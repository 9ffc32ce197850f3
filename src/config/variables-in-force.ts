import { z } from 'zod';
import { environment } from './environment.ts';

/** One variable of the process. */
export interface VariableInForce {
  name: string;
  /** null: it is set, and is not shown since it may let somebody in; or it has no value at all. */
  value: string | null;
  from: 'environment' | 'default' | 'unset';
  about: string;
}

/** What lets nobody in. A variable that is not named here is never shown. */
const SHOWN = new Set([
  ...['APP_ID', 'WEBHOOK_PATH', 'GHE_HOST', 'GHE_PROTOCOL', 'HOST', 'PORT', 'LOG_LEVEL', 'GITHUB_CLIENT_ID'],
  ...['COMMSCORE_ROLE', 'COMMSCORE_DATA_DIR', 'COMMSCORE_DASHBOARD', 'COMMSCORE_PUBLIC_URL', 'COMMSCORE_OPERATORS'],
  ...['COMMSCORE_CONCURRENCY', 'COMMSCORE_API_RESERVE', 'COMMSCORE_DIGEST_HOUR'],
  ...['HF_EMBEDDING_MODEL', 'HF_ZERO_SHOT_MODEL', 'HF_CLASSIFICATION_MODEL', 'HF_LABELS_MODEL'],
  ...['HF_DAILY_CHARACTERS', 'HF_TIMEOUT_MS', 'HF_BATCH_SIZE', 'HF_CONCURRENCY'],
]);

/** As much of JSON Schema as is looked at. */
interface Field {
  description?: string;
  default?: unknown;
}

/** Every variable, in the order of the documentation; as `readSettings`, an empty one counts as unset. */
export function variablesInForce(env: Record<string, string | undefined>): VariableInForce[] {
  const { properties = {} } = z.toJSONSchema(environment, { io: 'input' }) as { properties?: Record<string, Field> };
  return Object.entries(properties).map(([name, { description: about = '', default: byDefault }]) => {
    const given = env[name]?.trim() ?? '';
    if (given !== '') return { name, value: SHOWN.has(name) ? given : null, from: 'environment', about };
    if (byDefault !== undefined) return { name, value: String(byDefault), from: 'default', about };
    return { name, value: null, from: 'unset', about };
  });
}
