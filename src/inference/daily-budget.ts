import type { ModelLog } from './model-log.ts';

export interface DailyBudget {
  /** Takes so many characters from what may be sent on a day (`2026-01-31`); false where that would be more than `limit`. */
  spend(day: string, characters: number, limit: number): Promise<boolean>;
}

export type Spending = 'granted' | 'over-budget' | 'failed';

/** Counts in days of UTC; tells once a day that the budget is used up. Never throws. */
export function dailySpending(
  limit: number,
  { budget, clock, log }: { budget: DailyBudget; clock: () => Date; log: ModelLog },
): (characters: number) => Promise<Spending> {
  let toldFor = '';
  return async (characters) => {
    const day = clock().toISOString().slice(0, 10);
    try {
      if (await budget.spend(day, characters, limit)) return 'granted';
    } catch (error) {
      log.warn({ err: error }, 'budget of the text models cannot be asked, nothing is sent');
      return 'failed';
    }
    if (toldFor !== day) log.info({ day, limit }, 'text models have used up the characters of the day');
    toldFor = day;
    return 'over-budget';
  };
}
