const AUTOMATION = new Set([
  'allcontributors',
  'bors',
  'codecov',
  'copybara-service',
  'dependabot',
  'dependabot-preview',
  'gerrit code review',
  'github',
  'github actions',
  'github-actions',
  'googlebot',
  'greenkeeper',
  'jenkins',
  'mergify',
  'pre-commit-ci',
  'release-please',
  'renovate',
  'travis ci',
  'web-flow',
  'weblate',
]);

const AUTOMATION_ENDING = /(?:\[bot\]|[-_ ](?:bot|robot|ci))$/;

/** Told by the name alone, for sources that do not say it (git). */
export function isAutomation(name: string): boolean {
  const folded = name.trim().toLowerCase();
  return AUTOMATION.has(folded) || AUTOMATION_ENDING.test(folded);
}
