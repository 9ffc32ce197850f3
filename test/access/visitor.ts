import { parseSetCookie } from 'cookie';
import { type Asking, askPort, formTokenIn, type Told } from '../web/web-server.ts';

/** A browser as far as access goes: it keeps cookies, says where a form comes from, and follows nothing by itself. */
export interface Visitor {
  get(path: string, asking?: Asking): Promise<Told>;
  /** From a form on `page`, as a browser sends it. */
  send(path: string, page: string, over?: Asking): Promise<Told>;
  /** Goes to GitHub and back; gives where it ends. */
  signIn(to?: string): Promise<Told>;
  cookies: Map<string, string>;
}

let visitors = 0;

export function visitor(port: number): Visitor {
  // Signing in is counted by address, and each is at one of their own.
  const from = `198.51.100.${visitors++}`;
  const cookies = new Map<string, string>();

  async function ask(path: string, { headers, ...asking }: Asking = {}): Promise<Told> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const forwarded = path.startsWith('/sign-in') ? { 'x-forwarded-for': from } : {};
    const own = { host: `127.0.0.1:${port}`, ...forwarded, ...(cookie === '' ? {} : { cookie }) };
    const told = await askPort(port, path, { ...asking, headers: { ...own, ...headers } });
    for (const line of told.headers['set-cookie'] ?? []) {
      const { name, value = '', maxAge } = parseSetCookie(line);
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    return told;
  }

  return {
    cookies,
    get: ask,
    async send(path, page, { headers, ...over } = {}) {
      const token = formTokenIn(await ask(page));
      const sent = { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' };
      return ask(path, { method: 'POST', form: { token }, ...over, headers: { ...sent, ...headers } });
    },
    async signIn(to = '/') {
      const begun = await ask(`/sign-in?${new URLSearchParams({ to })}`);
      const atGitHub = await fetch(begun.headers.location ?? '', { redirect: 'manual' });
      const { pathname, search } = new URL(atGitHub.headers.get('location') ?? '');
      return ask(pathname + search);
    },
  };
}
