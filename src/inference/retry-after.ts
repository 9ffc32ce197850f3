/** Milliseconds that a `Retry-After` asks to wait; null where it says nothing that can be read. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const at = /^[a-z]{3},/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** A model that is being loaded says in how many seconds it is expected. */
export function loadingMs(body: unknown): number | null {
  const seconds = (body as { estimated_time?: unknown } | null)?.estimated_time;
  return typeof seconds === 'number' && seconds > 0 && seconds < 3600 ? Math.ceil(seconds * 1000) : null;
}
