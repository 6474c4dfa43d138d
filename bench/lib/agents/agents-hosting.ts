import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The part of `@microsoft/agents-hosting` 1.8.1 that is used here; its own types come only with the package. */
export interface AgentsHosting {
  readonly CloudAdapter: new (settings: Readonly<Record<string, string>>) => AgentsAdapter;
}

/** Its door: reads a request, checks who sent it, and runs a turn. */
export interface AgentsAdapter {
  authorizeRequest(request: AgentsRequest, response: AgentsResponse, next: (error?: unknown) => void): Promise<void>;
  process(
    request: AgentsRequest,
    response: AgentsResponse,
    turn: (context: AgentsContext) => Promise<void>,
  ): Promise<void>;
}

export interface AgentsRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  body: unknown;
}

export interface AgentsResponse {
  readonly headersSent: boolean;
  readonly writableEnded: boolean;
  status(code: number): this;
  setHeader(name: string, value: string): this;
  send(body?: unknown): this;
  end(): this;
}

/** A turn as the new SDK sees it. */
export interface AgentsContext {
  readonly activity: object;
  sendActivities(activities: readonly object[]): Promise<readonly { readonly id?: string }[] | undefined>;
}

const FOLDER = join('bench', 'agents');

/** Loads it. @throws where the package is not installed */
export function loadAgentsHosting(): AgentsHosting {
  const load = createRequire(join(process.cwd(), FOLDER, 'package.json'));
  return load('@microsoft/agents-hosting') as AgentsHosting;
}
