import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Simulator } from './simulator.ts';

export function controlHandler(_simulator: () => Simulator) {
  return async (_request: IncomingMessage, response: ServerResponse, _url: URL): Promise<void> => {
    response.writeHead(404).end();
  };
}
