import { attemptsContract } from './contract-attempts.ts';
import { keysContract } from './contract-keys.ts';
import { lanesContract } from './contract-lanes.ts';
import { crashContract, outageContract } from './contract-outage.ts';
import { schedulesContract } from './contract-schedules.ts';
import { standingContract } from './contract-standing.ts';
import type { Outage, Place } from './place.ts';
import { setUpBench } from './queue-bench.ts';

/** What every place to keep jobs in must do; `outage` is null where the place is inside the process. */
export function queueContract(place: () => Place, outage: (() => Outage) | null): void {
  const bench = setUpBench(place);
  attemptsContract(bench);
  keysContract(bench);
  lanesContract(bench);
  schedulesContract(bench);
  standingContract(bench);
  if (outage !== null) outageContract(bench, outage);
  crashContract(bench, place);
}
