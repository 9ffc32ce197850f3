import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stand-in for text-embeddings-inference and for Hugging Face's containers, as far as the app speaks to them. */
export interface TextModelServer {
  url: string;
  /** What was asked, in order. */
  requests: { path: string; inputs: string[]; authorization: string | null }[];
  /** The most that were being answered at a time. */
  mostAtOnce: number;
  /** Answers with this status instead, as long as it is set. */
  failWith: number | null;
  close(): Promise<void>;
}

export interface TextModelServerOptions {
  /** Paths that embed; others are unknown. */
  embedAt?: string[];
  /** Larger ones are refused with 413, as text-embeddings-inference does. */
  maxBatch?: number;
  /** A text that contains this is refused with 422, alone and with others. */
  refuses?: string;
  /** What the classification model says; absent: a sentiment. */
  predict?: (text: string) => { label: string; score: number }[];
  /** Before each answer. */
  delayMs?: number;
}

const DIMENSIONS = 32;

export async function startTextModelServer(options: TextModelServerOptions = {}): Promise<TextModelServer> {
  let atOnce = 0;
  const server = createServer(async (req, res) => {
    atOnce++;
    standIn.mostAtOnce = Math.max(standIn.mostAtOnce, atOnce);
    const body = await jsonOf(req);
    const inputs = [body.inputs].flat();
    const path = req.url ?? '';
    standIn.requests.push({ path, inputs, authorization: req.headers.authorization ?? null });
    if (options.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.delayMs));
    atOnce--;
    const failing = { error: 'failing', error_type: 'backend' };
    if (standIn.failWith !== null) send(res, [standIn.failWith, failing]);
    else if (path === '/moved') res.writeHead(307, { location: '/' }).end();
    else send(res, answerTo({ path, body, inputs }, options));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const standIn: TextModelServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    mostAtOnce: 0,
    failWith: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standIn;
}

interface Body {
  inputs: string | string[];
  parameters?: { candidate_labels?: string[] };
}

async function jsonOf(req: IncomingMessage): Promise<Body> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return JSON.parse(text) as Body;
}

type Answer = [status: number, body: unknown];

function answerTo(
  { path, body, inputs }: { path: string; body: Body; inputs: string[] },
  { embedAt = ['/'], maxBatch = 32, refuses, predict = () => SENTIMENT }: TextModelServerOptions,
): Answer {
  const labels = body.parameters?.candidate_labels;
  if (labels !== undefined) return [200, labels.map((label, i) => ({ label, score: 1 / (i + 1) }))];
  if (path === '/predict') return [200, predict(inputs[0] ?? '')];
  if (!embedAt.includes(path)) return [404, { error: 'not found' }];
  if (inputs.length > maxBatch) return [413, { error: 'batch size error', error_type: 'validation' }];
  if (refuses !== undefined && inputs.some((text) => text.includes(refuses))) {
    return [422, { error: `cannot read ${inputs.join()}`, error_type: 'tokenizer' }];
  }
  return [200, inputs.map(vectorOf)];
}

const SENTIMENT = [
  { label: 'negative', score: 0.25 },
  { label: 'positive', score: 0.75 },
];

/** Words fall into a few buckets, so that texts with the same words are alike. */
function vectorOf(text: string): number[] {
  const vector = Array.from({ length: DIMENSIONS }, () => 0.01);
  for (const word of text.toLowerCase().split(/\W+/)) {
    const bucket = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % DIMENSIONS, 7);
    vector[bucket] = (vector[bucket] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function send(res: ServerResponse, [status, body]: Answer): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
