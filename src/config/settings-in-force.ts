import { writtenSettings } from './config-changes.ts';
import { keyLines } from './key-lines.ts';
import { type ConfigFile, parseConfig } from './parse-config.ts';
import { defaultConfig } from './repository-config.ts';

/** One key of `.github/commscore.yml`, and what it is. */
export interface SettingInForce {
  /** Such as `labels.max`. */
  key: string;
  /** As it would be written in the file. */
  value: string;
  byDefault: string;
  about: string;
  /** The topmost file that says so; null: it is the default. */
  from: { file: string; line: number } | null;
}

/** Every setting, in the order of the documentation. Each file is good; the last lies on top. */
export function settingsInForce(files: readonly ConfigFile[]): SettingInForce[] {
  const config = parseConfig([...files]).config ?? defaultConfig;
  const byDefault = new Map(writtenSettings(defaultConfig).map(({ key, value }) => [key, value]));
  const layers = files.map(({ name, text }) => ({ name, lines: keyLines(text) })).toReversed();
  return writtenSettings(config).map(({ key, value, about }) => {
    const layer = layers.find(({ lines }) => lines.has(key));
    const line = layer?.lines.get(key);
    const from = layer === undefined || line === undefined ? null : { file: layer.name, line };
    return { key, value, byDefault: byDefault.get(key) ?? '', about, from };
  });
}
