import type { Endpoint } from './rest-request.ts';

const hour = 3600;

/** Nothing is counted against the limits here; faults play their being reached. */
export const rateEndpoints: Record<string, Endpoint> = {
  'rate-limit/get': {
    need: 'anybody',
    handle: ({ world }) => {
      const reset = Math.floor(Date.parse(world.now()) / 1000) + hour;
      const full = { limit: 5000, used: 0, remaining: 5000, reset };
      return {
        status: 200,
        body: { resources: { core: full, graphql: full, search: { ...full, limit: 30 } }, rate: full },
      };
    },
  },
};
