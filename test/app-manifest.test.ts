import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

describe('app.yml', () => {
  const manifest = parse(readFileSync('app.yml', 'utf8')) as {
    default_events: string[];
    default_permissions: Record<string, string>;
  };

  it('subscribes to exactly the events that are routed', () => {
    expect(manifest.default_events.toSorted()).toEqual([
      'discussion',
      'discussion_comment',
      'issue_comment',
      'issues',
      'pull_request',
      'pull_request_review',
      'push',
    ]);
  });

  it('asks to write nothing but issues, pull requests and discussions', () => {
    const written = Object.entries(manifest.default_permissions).filter(([, access]) => access !== 'read');

    expect(written.map(([name]) => name).toSorted()).toEqual(['discussions', 'issues', 'pull_requests']);
  });
});
