import { realpath } from 'node:fs/promises';
import { defaultConfig } from '../config/repository-config.ts';
import { learnClone } from './clone-model.ts';
import { cacheModel } from './model-cache.ts';

/** Learns the clone and keeps what was learnt, so that `suggest` starts from there. */
export async function learn({ repo, json }: { repo: string; json?: boolean }): Promise<string> {
  const { model, head, changes, seconds } = await learnClone(repo, defaultConfig.related.docs);
  const keptIn = await cacheModel(await realpath(repo), { model, head });
  const size = model.size();
  if (json) return JSON.stringify({ head, learntNow: changes, seconds, ...size, keptIn });
  return [
    `${size.changes} changes, ${size.people} people and ${size.documents} documents are known of ${repo}`,
    `${changes} of the changes were learnt now, in ${seconds.toFixed(1)} s; kept in ${keptIn}`,
  ].join('\n');
}
