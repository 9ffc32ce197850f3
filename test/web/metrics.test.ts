import { describe, expect, it } from '@jest/globals';
import type { LaneCounts } from '../../src/web/dashboard-data.ts';
import { createMetrics, measureWebhooks } from '../../src/web/metrics.ts';
import { serve } from './web-server.ts';

function metricsWith(queueCounts: () => Promise<LaneCounts[]> = async () => []) {
  return createMetrics({ queueCounts });
}

describe('metrics', () => {
  it('counts jobs, suggestions, comments and requests', async () => {
    const metrics = metricsWith();
    metrics.countJob('triage', 'done', 0.2);
    metrics.countJob('triage', 'failed', 0.3);
    metrics.countSuggestion({ labels: 2, people: 1, related: 0 });
    metrics.countComment('created');
    metrics.countOutcome('label', 'accepted');
    metrics.countGitHubRequest(200);
    metrics.countModelRequest('feature-extraction', 'answered', { seconds: 0.3, characters: 120 });
    metrics.countModelRequest('feature-extraction', 'paused', { seconds: 0, characters: 0 });

    const text = await metrics.text();

    expect(text).toContain('commscore_jobs_total{kind="triage",outcome="done"} 1');
    expect(text).toContain('commscore_jobs_total{kind="triage",outcome="failed"} 1');
    expect(text).toContain('commscore_job_seconds_count{kind="triage"} 2');
    expect(text).toContain('commscore_suggestions_total{kind="labels"} 2');
    expect(text).toContain('commscore_outcomes_total{kind="label",outcome="accepted"} 1');
    expect(text).toContain('commscore_comments_total{change="created"} 1');
    expect(text).toContain('commscore_github_requests_total{status="200"} 1');
    expect(text).toContain('commscore_model_requests_total{task="feature-extraction",outcome="answered"} 1');
    expect(text).toContain('commscore_model_requests_total{task="feature-extraction",outcome="paused"} 1');
    expect(text).toContain('commscore_model_request_seconds_count{task="feature-extraction"} 1');
    expect(text).toContain('commscore_model_characters_total{task="feature-extraction"} 120');
    expect(text).toContain('process_cpu_user_seconds_total');
  });

  it('asks for the depth of the queue when it is scraped, and says nothing of a lane that cannot be asked', async () => {
    const metrics = metricsWith(async () => [
      { lane: 'triage', counts: { waiting: 3, active: 0, delayed: 0, failed: 0 } },
      { lane: 'background', counts: null },
    ]);

    const text = await metrics.text();

    expect(text).toContain('commscore_queue_jobs{lane="triage",state="waiting"} 3');
    expect(text).toContain('commscore_queue_jobs{lane="triage",state="active"} 0');
    expect(text).not.toContain('background');
  });

  it('is scraped also while the queue is out of reach', async () => {
    const text = await metricsWith(async () => Promise.reject(new Error('closed'))).text();

    expect(text).toContain('# TYPE commscore_queue_jobs gauge');
    expect(text).not.toContain('commscore_queue_jobs{');
  });
});

describe('measureWebhooks', () => {
  it('counts what was accepted by its event, and what was not as unknown', async () => {
    const metrics = metricsWith();
    const measured = measureWebhooks((req, res) => {
      if (req.url === '/other') return false;
      res.writeHead(Number(req.headers['x-answer'])).end();
      return true;
    }, metrics);
    const server = await serve(measured);
    for (const answer of ['202', '202', '401', '503']) {
      await fetch(server.address, { headers: { 'x-github-event': 'issues', 'x-answer': answer } });
    }
    const passed = await fetch(`${server.address}/other`);
    await server.close();

    const text = await metrics.text();

    expect(passed.status).toBe(418);
    expect(text).toContain('commscore_webhook_deliveries_total{event="issues",outcome="accepted"} 2');
    expect(text).toContain('commscore_webhook_deliveries_total{event="unknown",outcome="refused"} 1');
    expect(text).toContain('commscore_webhook_deliveries_total{event="unknown",outcome="failed"} 1');
    expect(text).toContain('commscore_webhook_ack_seconds_count{outcome="accepted"} 2');
  });
});
