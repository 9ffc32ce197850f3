import type { ModelPlace } from '../config/process-settings.ts';
import { ModelError } from './model-error.ts';

/** Where the client of Hugging Face is to ask. */
export type Address = { model: string; provider: 'hf-inference' } | { endpointUrl: string };

/** Asks where the model is. */
export type AskAt = <Answer>(ask: (address: Address) => Promise<Answer>) => Promise<Answer>;

/** An endpoint may know the task at its own address or at one of `routes` below it; what it knows is remembered. */
export function modelAddress({ model, url }: ModelPlace, routes: string[]): AskAt {
  if (url === null) return (ask) => ask({ model, provider: 'hf-inference' });
  const candidates = [url, ...routes.map((route) => below(url, route))];
  let known: string | null = null;
  return async (ask) => {
    const [first = url, ...others] = known === null ? candidates : [known];
    let endpointUrl = first;
    for (;;) {
      try {
        const answer = await ask({ endpointUrl });
        known = endpointUrl;
        return answer;
      } catch (error) {
        if (!isUnknownRoute(error)) throw error;
        known = null;
        const next = others.shift();
        if (next === undefined) throw error;
        endpointUrl = next;
      }
    }
  };
}

function below(url: string, route: string): string {
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/${route}`;
  return address.href;
}

function isUnknownRoute(error: unknown): boolean {
  return error instanceof ModelError && (error.status === 404 || error.status === 405);
}
