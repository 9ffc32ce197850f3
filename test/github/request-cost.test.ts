import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { historyRequests } from '../../bench/history-requests.ts';
import type { RequestCost } from '../../bench/request-costs.ts';
import { openRequestScene, type RequestScene } from '../../bench/request-scene.ts';
import { triageRequests } from '../../bench/triage-requests.ts';
import { openTestDatabase } from '../store/open-test-database.ts';

/** GitHub refuses queries that might answer more. */
const MOST_NODES = 500_000;

let scene: RequestScene;
let costs: RequestCost[];

beforeAll(async () => {
  const database = await openTestDatabase();
  scene = await openRequestScene();
  costs = [...(await historyRequests(scene, 150)), ...(await triageRequests(scene, database.pool))];
  await database.close();
}, 120_000);

afterAll(() => scene.close());

describe('what is asked of GitHub', () => {
  it.each([
    // Two pages of a hundred, or three of fifty, and one look at each of the two other kinds.
    ['back-fill of 150 issues', 4, 21],
    ['back-fill of 150 pulls', 5, 25],
    ['back-fill of 150 discussions', 4, 20],
    ['back-fill of issues, nothing new', 3, 4],
    ['back-fill of pulls, nothing new', 3, 4],
    ['back-fill of discussions, nothing new', 3, 4],
    ['triage of an issue, cold caches', 3, 3],
    ['triage of an issue, warm caches', 2, 2],
    ['triage of a pull, cold caches', 3, 3],
    ['triage of a pull, warm caches', 2, 2],
    ['triage of a discussion, cold caches', 3, 3],
    ['triage of a discussion, warm caches', 2, 2],
    ['triage of a pull with two teams in CODEOWNERS, cold caches', 4, 4],
    ['triage of an issue that settles for 2m: both looks, cold caches', 4, 4],
  ])('for %s is at most %i requests and %i points', (what, requests, points) => {
    const cost = costs.find((one) => one.what === what);

    expect(cost?.which).toHaveLength(requests);
    expect(cost?.points).toBeLessThanOrEqual(points);
    expect(cost?.mostNodes).toBeLessThan(MOST_NODES);
  });
});
