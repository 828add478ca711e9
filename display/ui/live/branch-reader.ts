import type { Names } from '../../../simulator/lobby/branch/names.ts';
import type { Pass } from './pass.ts';

/** What a question to the server came to. `away`: no answer was had. */
export type Reading<T> = { readonly ok: true; readonly value: T } | Unread;
export interface Unread {
  readonly ok: false;
  readonly code: string;
  readonly message: Names | null;
}

/** A day's journal may be long. */
const patienceMs = 20_000;

/** Asks what the board does not say: places of a ticket, the explanation of a call, the journal of a day. */
export class BranchReader {
  readonly #pass: Pass;
  readonly #send: typeof fetch;

  constructor(pass: Pass, send: typeof fetch = (...request) => fetch(...request)) {
    this.#pass = pass;
    this.#send = send;
  }

  /** `path` is below the branch, e.g. `/board`. */
  json<T>(path: string): Promise<Reading<T>> {
    return this.#read(path, (response) => response.json() as Promise<T>);
  }

  /** One value a line. */
  lines<T>(path: string): Promise<Reading<readonly T[]>> {
    return this.#read(path, async (response) =>
      (await response.text()).split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T])),
    );
  }

  async #read<T>(path: string, take: (response: Response) => Promise<T>): Promise<Reading<T>> {
    try {
      const response = await this.#send(`/api/branches/${encodeURIComponent(this.#pass.branch)}${path}`, {
        headers: { authorization: `Bearer ${this.#pass.token}` },
        signal: AbortSignal.timeout(patienceMs),
      });
      if (response.ok) return { ok: true, value: await take(response) };
      const { error } = (await response.json()) as { error?: { code?: string; message?: Names } };
      return { ok: false, code: error?.code ?? 'unexpected', message: error?.message ?? null };
    } catch {
      return { ok: false, code: 'away', message: null };
    }
  }
}
