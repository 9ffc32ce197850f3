import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { within } from './bounded.ts';
import type { LaneCounts } from './dashboard-data.ts';

export type Metrics = ReturnType<typeof createMetrics>;

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const QUEUE_BOUND_MS = 2000;

/** No label ever carries a name of a repository or a person. */
export function createMetrics({ queueCounts }: { queueCounts: () => Promise<LaneCounts[]> }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Counter({ name: `commscore_${name}_total`, help, labelNames, registers: [registry] });
  const histogram = <L extends string>(name: string, help: string, labelNames: L[]) =>
    new Histogram({ name: `commscore_${name}_seconds`, help, labelNames, buckets: SECONDS, registers: [registry] });

  const deliveries = counter('webhook_deliveries', 'Webhooks by event and outcome.', ['event', 'outcome']);
  const acknowledged = histogram('webhook_ack', 'Time until a webhook was answered.', ['outcome']);
  const jobs = counter('jobs', 'Jobs run, by kind and outcome.', ['kind', 'outcome']);
  const jobSeconds = histogram('job', 'Time a job ran.', ['kind']);
  const suggestions = counter('suggestions', 'Things suggested, by kind.', ['kind']);
  const outcomes = counter('outcomes', 'What became of suggestions, by kind and outcome.', ['kind', 'outcome']);
  const comments = counter('comments', 'What became of the comment, by change.', ['change']);
  const requests = counter('github_requests', 'Requests to GitHub, by status.', ['status']);
  const modelRequests = counter('model_requests', 'Requests to text models, by task and outcome.', ['task', 'outcome']);
  const modelSeconds = histogram('model_request', 'Time until a text model answered.', ['task']);
  const modelCharacters = counter('model_characters', 'Characters that text models answered for.', ['task']);
  queueDepth(registry, queueCounts);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countWebhook(event: string, outcome: WebhookOutcome, seconds: number): void {
      deliveries.inc({ event, outcome });
      acknowledged.observe({ outcome }, seconds);
    },
    countJob(kind: string, outcome: 'done' | 'again' | 'failed', seconds: number): void {
      jobs.inc({ kind, outcome });
      jobSeconds.observe({ kind }, seconds);
    },
    countSuggestion(numbers: { labels: number; people: number; related: number }): void {
      for (const [kind, count] of Object.entries(numbers)) suggestions.inc({ kind }, count);
    },
    countOutcome(kind: string, outcome: string): void {
      outcomes.inc({ kind, outcome });
    },
    countComment(change: string): void {
      comments.inc({ change });
    },
    countGitHubRequest(status: number): void {
      requests.inc({ status: String(status) });
    },
    /** No time is told of a request that was never sent. */
    countModelRequest(task: string, outcome: string, { seconds, characters }: ModelRequestSize): void {
      modelRequests.inc({ task, outcome });
      if (seconds > 0) modelSeconds.observe({ task }, seconds);
      modelCharacters.inc({ task }, characters);
    },
  };
}

interface ModelRequestSize {
  seconds: number;
  characters: number;
}

export type WebhookOutcome = 'accepted' | 'refused' | 'failed';

type Handler = (req: IncomingMessage, res: ServerResponse) => boolean | Promise<boolean>;

/** The same handler, with what it answers counted and timed. */
export function measureWebhooks(handler: Handler, { countWebhook }: Pick<Metrics, 'countWebhook'>): Handler {
  return async (req, res) => {
    const start = performance.now();
    const handled = await handler(req, res);
    if (!handled) return false;
    const outcome = outcomeOf(res.statusCode);
    // Only an accepted webhook was signed: other senders do not get to make up names of events.
    const event = outcome === 'accepted' ? String(req.headers['x-github-event']) : 'unknown';
    countWebhook(event, outcome, (performance.now() - start) / 1000);
    return true;
  };
}

function outcomeOf(status: number): WebhookOutcome {
  if (status < 400) return 'accepted';
  return status < 500 ? 'refused' : 'failed';
}

/** Asked when it is scraped; a lane that cannot be asked has no number rather than 0. */
function queueDepth(registry: Registry, queueCounts: () => Promise<LaneCounts[]>): void {
  new Gauge({
    name: 'commscore_queue_jobs',
    help: 'Jobs in the queue, by lane and state.',
    labelNames: ['lane', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      const lanes = await within(QUEUE_BOUND_MS, queueCounts).catch(() => []);
      for (const { lane, counts } of lanes) {
        for (const [state, count] of Object.entries(counts ?? {})) this.set({ lane, state }, count);
      }
    },
  });
}
