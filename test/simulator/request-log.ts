export interface LoggedRequest {
  at: string;
  method: string;
  /** With its query. */
  path: string;
  /** As GitHub's description names it; `graphql`, `git` or null where nothing fits. */
  operation: string | null;
  installationId: number | null;
  status: number;
  /** Of the hourly limit: 1, or what a GraphQL query costs; 0 for what is not counted. */
  points: number;
  /** GraphQL: its fields and theirs; '' for other requests. */
  asked: string;
  /** GraphQL: nodes that the answer might hold. */
  nodes: number;
  /** Which fault answered in GitHub's place. */
  fault: string | null;
  durationMs: number;
}

export interface Violation {
  method: string;
  path: string;
  operation: string | null;
  problem: string;
}

export interface RequestLog {
  requests: LoggedRequest[];
  violations: Violation[];
  /** How often each operation was asked for. */
  counts(): Record<string, number>;
  clear(): void;
}

export function requestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  const violations: Violation[] = [];
  return {
    requests,
    violations,
    counts: () => {
      const counts: Record<string, number> = {};
      for (const { operation, method } of requests) {
        const name = operation ?? `${method} (unknown)`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    },
    clear: () => {
      requests.length = 0;
      violations.length = 0;
    },
  };
}
