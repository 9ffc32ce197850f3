import type { IncomingMessage } from 'node:http';
import { parseCookie, stringifySetCookie } from 'cookie';

/** A cookie of ours: never for a script, never with what another site sends but for following its link. */
export interface OwnCookie {
  of(req: Pick<IncomingMessage, 'headers'>): string | null;
  set(value: string, maxAgeS: number): string;
  clear(): string;
}

export function ownCookie(publicUrl: string, name: string): OwnCookie {
  const secure = publicUrl.startsWith('https:');
  // A browser takes this prefix from nobody but the very host, by https.
  const fullName = secure ? `__Host-${name}` : name;
  const terms = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    of: ({ headers }) => parseCookie(headers.cookie ?? '')[fullName] ?? null,
    set: (value, maxAge) => stringifySetCookie(fullName, value, { ...terms, maxAge }),
    clear: () => stringifySetCookie(fullName, '', { ...terms, maxAge: 0 }),
  };
}
