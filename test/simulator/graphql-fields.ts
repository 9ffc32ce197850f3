import type { Caller } from './authentication.ts';
import type { Account } from './state.ts';
import type { World } from './world.ts';

export interface Context {
  world: World;
  caller: Caller;
  viewer: Account | null;
  violate(problem: string): void;
}

/** How the fields of one type are read off what the state holds; `never` lets each name its own arguments. */
export type Fields<Source> = Record<string, (source: Source, given: never, context: Context) => unknown>;
