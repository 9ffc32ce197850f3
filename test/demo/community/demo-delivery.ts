import type { Simulator } from '../../simulator/simulator.ts';
import type { Thread } from '../../simulator/state.ts';

/** What the demonstration lets happen on GitHub; the app hears of it by a signed webhook. */
export interface DemoDelivery {
  /** Such as `issue` or `issue (Chinese)`. */
  what: string;
  open(simulator: Simulator): Promise<Thread>;
}

/** A repository full of history, and what is about to happen there. */
export interface SeededRepository {
  /** `owner/name`. */
  repository: string;
  people: number;
  commits: number;
  threads: number;
  deliveries: DemoDelivery[];
}
