import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../server/auth/roles.ts';
import { drawToken } from '../../server/auth/token.ts';
import { type Running, startService } from '../../server/main.ts';
import { expectDocumented } from './as-documented.ts';

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not trusted
  readonly body: any;
  readonly headers: Headers;
}

export interface Sending {
  readonly token?: string;
  readonly key?: string | null;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Record<string, string>;
}

/** A real service on a folder of its own and a free port, and how people speak to it. */
export interface Lobby {
  readonly folder: string;
  readonly running: Running;
  token(role: Exclude<Role, 'ticket'>, more?: { branch?: string; counter?: string; person?: string }): Promise<string>;
  send(method: string, path: string, sending?: Sending): Promise<Reply>;
  /** POST under the demo branch with a fresh key, as JSON. */
  post(path: string, body: unknown, token: string, key?: string): Promise<Reply>;
  get(path: string, token: string): Promise<Reply>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export const demo = '/api/branches/demo';

export async function openLobby(ports: Parameters<typeof startService>[1] = {}): Promise<Lobby> {
  const folder = mkdtempSync(join(tmpdir(), 'tingtang-lobby-'));
  const start = () => startService({ port: 0, host: '127.0.0.1', dataFolder: folder, origins: [], logLevel: 'silent' }, ports);
  let running = await start();
  const lobby: Lobby = {
    folder,
    get running() {
      return running;
    },
    async token(role, { branch = 'demo', counter, person } = {}) {
      const { secret, token } = drawToken({ branch, role, counter, person }, Date.now());
      await running.service.store.addToken(token);
      return secret;
    },
    async send(method, path, { token, key = randomUUID(), body, raw, headers = {} } = {}) {
      const text = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await fetch(running.url + path, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(key === null ? {} : { 'idempotency-key': key }),
          ...(text === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(text === undefined ? {} : { body: text }),
      });
      const answer = await response.text();
      const json =
        /json/.test(response.headers.get('content-type') ?? '') && !/ndjson/.test(response.headers.get('content-type') ?? '');
      const reply = { status: response.status, body: json ? JSON.parse(answer) : answer, headers: response.headers };
      expectDocumented(method, path, reply.status, reply.body);
      return reply;
    },
    post: (path, body, token, key = randomUUID()) => lobby.send('POST', demo + path, { token, key, body }),
    get: (path, token) => lobby.send('GET', demo + path, { token, key: null }),
    async restart() {
      await running.close();
      running = await start();
    },
    async close() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return lobby;
}
