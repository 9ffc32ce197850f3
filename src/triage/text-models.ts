import type { RepositoryConfig } from '../config/repository-config.ts';
import type { RepositoryRef } from '../domain/thread-ref.ts';
import type { TextModelProvider, TextModels } from './text-model-ports.ts';

/** The only way to the models: null unless the repository's own configuration sends its texts there. */
export function textModelsOf(
  ref: RepositoryRef,
  { inference }: RepositoryConfig,
  provider: TextModelProvider | undefined,
): TextModels | null {
  return provider === undefined || inference.provider !== 'huggingface' ? null : provider.of(ref);
}
