import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { toDelivery } from '../src/github/webhooks.ts';
import { route } from '../src/triage/route.ts';
import { staleAfter } from '../src/triage/stale-after.ts';

interface Example {
  name: string;
  examples: object[];
}

const published = createRequire(import.meta.url)('@octokit/webhooks-examples') as Example[];

/** GitHub publishes none of this event. */
const accountRenamed: Example = {
  name: 'installation_target',
  examples: [{ action: 'renamed', account: { login: 'acme' }, changes: { login: { from: 'apex' } } }],
};

/** Nor of this. */
const askedAgain: Example = {
  name: 'check_run',
  examples: [
    {
      action: 'rerequested',
      check_run: { external_id: 'pull/5/d-1', pull_requests: [] },
      repository: { name: 'engine', owner: { login: 'acme' } },
    },
  ],
};

const examples = [...published.filter(({ name }) => name !== 'check_run'), accountRenamed, askedAgain];

/** Sent to every app, the last to every one that may write checks, so that no manifest asks for them. */
const ALWAYS_SENT = ['installation', 'installation_repositories', 'check_suite'];

describe('app.yml', () => {
  const manifest = parse(readFileSync('app.yml', 'utf8')) as {
    default_events: string[];
    default_permissions: Record<string, string>;
  };

  /** Whether any example of the event, sent for an installation, leads to a job or makes something be read anew. */
  function leadsToWork({ name, examples: payloads }: Example): boolean {
    return payloads.some((payload) => {
      const delivery = toDelivery(name, 'd-1', { installation: { id: 1 }, ...payload });
      // A push of an example may be to any branch: taken as one to the default branch.
      const branch = delivery.branch === null ? null : (delivery.repository?.defaultBranch ?? null);
      return route({ ...delivery, installationId: 1, branch }).do === 'enqueue' || staleAfter(delivery) !== null;
    });
  }

  it('subscribes to exactly the events that lead to work', () => {
    const worked = examples.filter(leadsToWork).map(({ name }) => name);

    expect([...manifest.default_events, ...ALWAYS_SENT].toSorted()).toEqual(worked.toSorted());
  });

  it('asks to write nothing but issues, pull requests, discussions and checks', () => {
    const written = Object.entries(manifest.default_permissions).filter(([, access]) => access !== 'read');

    expect(written.map(([name]) => name).toSorted()).toEqual(['checks', 'discussions', 'issues', 'pull_requests']);
  });
});
