export type Resource = 'core' | 'graphql';

/** How one installation stands with one of its limits. */
export interface Rate {
  resource: Resource;
  limit: number;
  used: number;
  /** When it starts anew, in seconds. */
  reset: number;
}

export interface RateLimits {
  /** Points that an installation has of each resource in an hour. */
  limit: number;
  stand(installationId: number | null, resource: Resource): Rate;
  /** false, and nothing is counted, where there are not so many left. */
  charge(installationId: number | null, resource: Resource, points: number): boolean;
}

const HOUR_MS = 3_600_000;

/** As GitHub counts; whoever is no installation pays nothing. */
export function rateLimits(now: () => Date): RateLimits {
  const hours = new Map<string, { used: number; endsAt: number }>();

  function hourOf(installationId: number | null, resource: Resource): { used: number; endsAt: number } {
    const key = `${installationId} ${resource}`;
    const known = hours.get(key);
    const at = now().getTime();
    if (known !== undefined && known.endsAt > at) return known;
    const hour = { used: 0, endsAt: at + HOUR_MS };
    hours.set(key, hour);
    return hour;
  }

  const limits: RateLimits = {
    limit: 5000,
    stand(installationId, resource) {
      const { used, endsAt } = hourOf(installationId, resource);
      return { resource, limit: limits.limit, used, reset: Math.ceil(endsAt / 1000) };
    },
    charge(installationId, resource, points) {
      const hour = hourOf(installationId, resource);
      if (installationId === null) return true;
      if (hour.used + points > limits.limit) return false;
      hour.used += points;
      return true;
    },
  };
  return limits;
}

export function rateHeaders({ resource, limit, used, reset }: Rate): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(0, limit - used)),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': resource,
  };
}
