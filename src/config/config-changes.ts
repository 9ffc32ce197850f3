import type { Absence } from './absence.ts';
import { repositorySchema, yamlValue } from './describe-config.ts';
import { writtenDuration } from './duration.ts';
import type { RepositoryConfig } from './repository-config.ts';

/** One key of the file, and what it means before and after, as it would be written there. */
export interface ChangedSetting {
  /** Such as `labels.max`. */
  key: string;
  before: string;
  after: string;
}

/** Every setting that is not what it was, in the order of the documentation. */
export function changedSettings(before: RepositoryConfig, after: RepositoryConfig): ChangedSetting[] {
  const now = new Map(writtenSettings(after).map(({ key, value }) => [key, value]));
  return writtenSettings(before).flatMap(({ key, value: was }) => {
    const is = now.get(key) ?? was;
    return is === was ? [] : [{ key, before: was, after: is }];
  });
}

export interface WrittenSetting {
  key: string;
  value: string;
  about: string;
}

/** Each key with its value as it would be written, in the order of the documentation. */
export function writtenSettings(config: RepositoryConfig): WrittenSetting[] {
  return leaves(FIELDS, config as unknown as Values, '');
}

/** As much of JSON Schema as is looked at. */
interface Field {
  description?: string;
  pattern?: string;
  properties?: Record<string, Field>;
}

const FIELDS: Field = repositorySchema();

type Values = Record<string, unknown>;

function leaves({ properties = {} }: Field, values: Values, prefix: string): WrittenSetting[] {
  return Object.entries(properties).flatMap(([name, field]): WrittenSetting[] => {
    const value = values[name];
    if (field.properties !== undefined) return leaves(field, value as Values, `${prefix}${name}.`);
    return [{ key: prefix + name, value: yamlValue(asWritten(value, field)), about: field.description ?? '' }];
  });
}

function asWritten(value: unknown, { pattern }: Field): unknown {
  if (typeof value === 'number' && pattern !== undefined) return writtenDuration(value);
  return Array.isArray(value) ? value.map((item) => (isAbsence(item) ? writtenAbsence(item) : item)) : value;
}

function isAbsence(item: unknown): item is Absence {
  return typeof item === 'object' && item !== null && 'login' in item;
}

function writtenAbsence({ login, until }: Absence): string {
  return until === null ? login : `${login} until ${until}`;
}
