import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTextModelServer, type TextModelServer } from '../servers/text-models.ts';
import { commscore, makeClone } from './run-command.ts';

/** Crashes are bugs, the others wishes; the stand-in knows that. */
const issues = Array.from({ length: 30 }, (_, n) => ({
  kind: 'thread',
  type: 'issue',
  id: `${n + 1}`,
  time: new Date(Date.UTC(2024, 0, n + 1)).toISOString(),
  title: n % 2 === 0 ? `Crash when saving file ${n}` : `Please add dark mode ${n}`,
  body: '<!-- never sent -->',
  labels: [n % 2 === 0 ? 'bug' : 'wish'],
}));

describe('a model of one’s own, from the data set to the back-test', () => {
  let folder: string;
  let pack: string;
  let server: TextModelServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'commscore-own-'));
    pack = join(folder, 'pack.jsonl');
    const lines = issues.flatMap((issue, n) => [
      { kind: 'query', id: n, time: issue.time, want: ['labels'], item: { ...issue, id: null, labels: [] } },
      { kind: 'truth', id: n, labels: issue.labels },
      issue,
    ]);
    writeFileSync(pack, lines.map((line) => JSON.stringify(line)).join('\n'));
    server = await startTextModelServer({
      embedAt: [],
      predict: (text) => [
        { label: 'Bug', score: text.startsWith('Crash') ? 0.9 : 0.1 },
        { label: 'wish', score: text.startsWith('Crash') ? 0.1 : 0.9 },
      ],
    });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('export writes what it says, and tells whether it could by its exit code', async () => {
    const out = join(folder, 'out');
    const args = ['export', '--pack', pack, '--task', 'labels', '--format', 'jsonl', '--out', out];

    const first = await commscore(args);
    const again = await commscore(args);
    const wrong = await commscore(['export', '--task', 'labels', '--out', out]);

    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('24 to train, 3 to validation, 3 to test');
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toMatch(/not empty/);
    expect(wrong).toMatchObject({ code: 2, out: '' });
  });

  it('export of a clone says that it holds no threads', async () => {
    const clone = join(folder, 'clone');
    makeClone(clone, [{ author: 'ada', message: 'First', files: { 'a.txt': 'a\n' } }]);

    const { code, err } = await commscore(['export', '--repo', clone, '--task', 'labels', '--out', join(folder, 'no')]);

    expect(code).toBe(1);
    expect(err).toContain('a clone holds no threads');
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  it('backtest asks it the newest questions, and sets it beside the embedded answer', async () => {
    const { code, out } = await commscore(
      ['backtest', '--pack', pack, '--task', 'labels', '--model', 'acme/labels', '--model-questions', '6', '--json'],
      { env: { HF_LABELS_URL: server.url } },
    );

    expect(code).toBe(0);
    const { model, labels } = JSON.parse(out);
    expect(model).toMatchObject({ model: 'acme/labels', asked: 6, answered: 6, problem: null, strangeLabels: [] });
    expect(model.byModel.scores).toMatchObject({ questions: 6, top1: 1 });
    expect(model.byModel.labels.shown.micro).toEqual({ precision: 1, recall: 1, f1: 1, support: 6 });
    expect(labels).toMatchObject({ singleLabel: true, first: { micro: { support: 30 } } });
    const sent = [...new Set(server.requests.flatMap(({ inputs }) => inputs))];
    expect(sent.toSorted()).toEqual(
      issues
        .slice(-6)
        .map(({ title }) => title)
        .toSorted(),
    );
  });

  it('backtest goes on without it where no server is configured, and sends nothing unless it is asked to', async () => {
    const before = server.requests.length;

    const none = await commscore(['backtest', '--pack', pack, '--task', 'labels', '--model', 'acme/labels']);
    const unasked = await commscore(['backtest', '--pack', pack, '--task', 'labels', '--json'], {
      env: { HF_LABELS_URL: server.url, HF_ENDPOINT_URL: server.url, HF_LABELS_MODEL: 'acme/labels' },
    });

    expect(none.code).toBe(0);
    expect(none.out).toContain('acme/labels was not asked: no server is configured');
    expect(JSON.parse(unasked.out).model).toBeNull();
    expect(server.requests).toHaveLength(before);
  });

  it.each([
    [['--task', 'related', '--model', 'acme/labels'], '--model goes with --task labels'],
    [['--task', 'labels', '--model', 'acme/labels', '--model-questions', '0'], '--model-questions 0'],
    [['--task', 'labels', '--model-questions', '5'], '--model-questions goes with --model'],
  ])('backtest refuses %j', async (args, message) => {
    const { code, err } = await commscore(['backtest', '--pack', pack, ...args]);

    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
