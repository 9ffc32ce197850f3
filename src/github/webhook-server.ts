import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Delivery } from '../domain/delivery.ts';
import { MAX_BODY_BYTES, readBody } from './webhook-body.ts';
import { signatureCheck } from './webhook-signature.ts';
import { toDelivery } from './webhooks.ts';

export interface WebhookOptions {
  path: string;
  secret: string;
  /** Resolves when the delivery is durable; GitHub gets its 202 only then. */
  accept(delivery: Delivery): Promise<void>;
  log: { warn(facts: object, sentence: string): void; error(facts: object, sentence: string): void };
}

export type RequestHandler = (req: IncomingMessage, res: ServerResponse) => boolean | Promise<boolean>;

interface Answer {
  status: number;
  sentence: string;
  headers?: Record<string, string>;
}

/** Answers the webhook path and leaves every other request to the next handler. */
export function webhookHandler(options: WebhookOptions): RequestHandler {
  const { path, log } = options;
  const pathWithQuery = `${path}?`;
  const signed = signatureCheck(options.secret);

  return (req, res) => {
    const url = req.url ?? '';
    if (url !== path && !url.startsWith(pathWithQuery)) return false;
    return answer(req, options, signed).then(
      (it) => reply(res, it),
      (error: unknown) => {
        log.error({ err: error }, 'a webhook could not be taken');
        return reply(res, { status: 503, sentence: 'cannot be queued now', headers: RETRY_LATER });
      },
    );
  };
}

const RETRY_LATER = { 'retry-after': '30' };

/** Null when nobody is there to be answered. */
async function answer(
  req: IncomingMessage,
  { accept, log }: WebhookOptions,
  signed: (bytes: Uint8Array, signature: string) => boolean,
): Promise<Answer | null> {
  if (req.method !== 'POST') return { status: 405, sentence: 'only POST', headers: { allow: 'POST' } };
  const head = readHead(req);
  if ('status' in head) return head;
  const body = await readBody(req, MAX_BODY_BYTES);
  if ('refused' in body) return body.refused === 'cut-off' ? null : TOO_LARGE;
  if (!signed(body.bytes, head.signature)) {
    log.warn({ event: head.event, delivery: head.id }, 'a webhook was refused: not signed with WEBHOOK_SECRET');
    return { status: 401, sentence: 'signature does not match' };
  }
  const payload = parsePayload(body.bytes, head.form);
  if (payload === null) return { status: 400, sentence: 'payload is not a JSON object' };
  await accept(toDelivery(head.event, head.id, payload));
  return { status: 202, sentence: 'accepted' };
}

const TOO_LARGE: Answer = {
  status: 413,
  sentence: `payload is over ${MAX_BODY_BYTES} bytes`,
  headers: { connection: 'close' },
};

interface Head {
  event: string;
  id: string;
  signature: string;
  form: boolean;
}

// The signature covers the body only: these two become log fields and job ids.
const EVENT_NAME = /^[a-z0-9_]{1,64}$/;
const DELIVERY_ID = /^[\w-]{1,100}$/;

function readHead({ headers }: IncomingMessage): Head | Answer {
  const event = headers['x-github-event'];
  const id = headers['x-github-delivery'];
  const signature = headers['x-hub-signature-256'];
  if (typeof event !== 'string' || !EVENT_NAME.test(event)) return missing('x-github-event');
  if (typeof id !== 'string' || !DELIVERY_ID.test(id)) return missing('x-github-delivery');
  if (typeof signature !== 'string') return missing('x-hub-signature-256');
  const contentType = headers['content-type'];
  if (contentType === undefined) return missing('content-type');
  const form = contentType.startsWith('application/x-www-form-urlencoded');
  if (!form && !contentType.startsWith('application/json')) {
    return { status: 415, sentence: 'content-type is neither application/json nor application/x-www-form-urlencoded' };
  }
  return { event, id, signature, form };
}

function missing(header: string): Answer {
  return { status: 400, sentence: `header ${header} is missing or malformed` };
}

/** Null for what is no JSON object. */
function parsePayload(bytes: Buffer, form: boolean): object | null {
  const body = bytes.toString('utf8');
  const json = form ? new URLSearchParams(body).get('payload') : body;
  if (json === null) return null;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function reply(res: ServerResponse, it: Answer | null): true {
  if (it === null || res.destroyed || res.headersSent) return true;
  const body = `${it.sentence}\n`;
  res
    .writeHead(it.status, { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(body), ...it.headers })
    .end(body);
  return true;
}
