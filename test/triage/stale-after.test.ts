import { describe, expect, it } from '@jest/globals';
import { staleAfter } from '../../src/triage/stale-after.ts';
import { aDelivery } from '../fakes/deliveries.ts';

describe('staleAfter', () => {
  it.each(['push', 'label', 'member', 'repository'])('forgets what was read of the repository after %s', (event) => {
    expect(staleAfter(aDelivery({ event }))).toEqual({ owner: 'Acme', repo: 'engine' });
  });

  it.each(['organization', 'membership', 'team', 'installation', 'installation_target'])(
    'forgets what was read of all the owner’s after %s',
    (event) => {
      const account = { name: 'acme', formerly: null };

      expect(staleAfter(aDelivery({ event, repository: null, account }))).toEqual({ owner: 'acme', repo: null });
    },
  );

  it.each(['issues', 'pull_request', 'discussion_comment'])('forgets nothing after %s', (event) => {
    expect(staleAfter(aDelivery({ event }))).toBeNull();
  });
});
