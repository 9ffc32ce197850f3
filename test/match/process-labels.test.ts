import { describe, expect, it } from '@jest/globals';
import { isProcessLabel } from '../../src/match/process-labels.ts';

describe('labels of process', () => {
  it.each([
    'stale',
    'wontfix',
    "won't fix",
    'duplicate',
    'good first issue',
    ':sparkles: Good First Issue',
    'help wanted',
    'needs-triage',
    'status/accepted',
    'lifecycle/rotten',
    'priority: high',
    'P1',
    'size/XL',
    'backport 2.x',
    'cla: yes',
    'release-notes-needed',
    '重复',
    '重複',
  ])('takes %s for one', (name) => {
    expect(isProcessLabel(name)).toBe(true);
  });

  it.each([
    'bug',
    'enhancement',
    'area/release-tools',
    'component: status page',
    'net/http',
    'triagebot',
    'performance',
    '功能',
  ])('leaves %s to what threads are about', (name) => {
    expect(isProcessLabel(name)).toBe(false);
  });
});
