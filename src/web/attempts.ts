import type { IncomingMessage } from 'node:http';

const SPAN_MS = 5 * 60_000;
const MOST_IN_SPAN = 30;
const MOST_CLIENTS = 10_000;

/** Counts what each client tries, and says whether it is too much. Forgets who has been counted longest ago. */
export function attempts(now: () => number): (client: string) => boolean {
  const spans = new Map<string, { until: number; count: number }>();
  return (client) => {
    const known = spans.get(client);
    const span = known !== undefined && known.until > now() ? known : { until: now() + SPAN_MS, count: 0 };
    span.count++;
    spans.delete(client);
    spans.set(client, span);
    const [oldest] = spans.keys();
    if (spans.size > MOST_CLIENTS && oldest !== undefined) spans.delete(oldest);
    return span.count > MOST_IN_SPAN;
  };
}

const NEAR = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i;

/** Behind a proxy the address that it wrote last; what a stranger writes there himself counts for nothing. */
export function clientOf({ socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: Remote }): string {
  const peer = socket.remoteAddress ?? '';
  const forwarded =
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return NEAR.test(peer) && forwarded !== '' ? forwarded : peer;
}

interface Remote {
  remoteAddress?: string | undefined;
}
