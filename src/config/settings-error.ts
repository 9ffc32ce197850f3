/** The operator has to change the environment; `message` says which variable and how. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}
