import { type ConfigFile, parseConfig } from './parse-config.ts';
import { type ConfigProblem, defaultConfig, type RepositoryConfig } from './repository-config.ts';

/** The configuration file as a pull request would leave it. */
export interface ConfigProposal {
  /** What is in force now. */
  inForce: RepositoryConfig;
  /** The pull takes the file away. */
  deleted: boolean;
  /** What would be in force; null where the file cannot be used. */
  proposed: RepositoryConfig | null;
  /** Of the file itself. */
  problems: ConfigProblem[];
}

/** Longer ones are not read. */
export const LONGEST_CONFIG = 64 * 1024;

/** `below`: the owner's file as it is in force, where there is one; `file`: null where the pull takes it away. */
export function configProposal(
  inForce: RepositoryConfig,
  below: ConfigFile | null,
  file: ConfigFile | null,
): ConfigProposal {
  const problems = file === null ? [] : configProblems(file);
  const deleted = file === null;
  if (problems.length > 0) return { inForce, deleted, proposed: null, problems };
  const { config } = parseConfig([below, file].filter((layer) => layer !== null));
  return { inForce, deleted, proposed: config ?? defaultConfig, problems };
}

/** What is wrong with one file. */
export function configProblems(file: ConfigFile): ConfigProblem[] {
  if (file.text.length > LONGEST_CONFIG) {
    return [{ file: file.name, line: null, message: `larger than ${LONGEST_CONFIG} characters` }];
  }
  return parseConfig([file]).problems;
}
