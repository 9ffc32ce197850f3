import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import type { DashboardData } from './dashboard-data.ts';
import type { Check } from './readiness.ts';
import type { View } from './view.ts';
import type { Viewer } from './viewer.ts';

export interface Route {
  /** Segments that begin with `:` are handed on, decoded. */
  path: string;
  /** What changes something is sent by a form of ours. */
  method?: 'POST';
  /** The dashboard shows names of people; what anyone sees is for probes and carries none. */
  seenBy: 'anyone' | 'viewer' | 'operator';
  /** How a refusal is told. */
  speaks: 'html' | 'json' | 'text';
  answer(asked: RouteRequest, sources: WebSources): Promise<Answer> | Answer;
}

export interface RouteRequest {
  /** What stands in the places of the path that begin with `:`. */
  parameters: string[];
  viewer: Viewer;
  view: View;
  /** Whose cookies the door reads; a page looks at nothing of it. */
  request: Pick<IncomingMessage, 'headers' | 'socket'>;
  /** Of what the asker has already: the value of `if-none-match`. */
  known: string;
}

export interface WebSources {
  /** By name, such as database, queue and github. */
  checks: Record<string, Check>;
  data: DashboardData;
  metrics: { contentType: string; text(): Promise<string> };
}
