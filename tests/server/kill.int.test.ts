import { randomInt, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventOf } from '../../server/branches/journal/read-journal.ts';
import { hashOf } from '../../server/store/chain.ts';
import { sqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { JournalLine } from '../../server/store/store.ts';
import { checkInvariants } from '../../simulator/lobby/invariants.ts';
import { canonicalText } from '../../simulator/lobby/journal/canonical-text.ts';
import { freshFolder, kill, type RealService, startReal } from './real-service.ts';

const cycles = 5;

interface Acknowledged {
  readonly key: string;
  readonly path: string;
  readonly token: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: string;
}

/** One client that presses, and presses again with the same key until it hears an answer. */
class Client {
  readonly acknowledged: Acknowledged[] = [];
  unheard: { key: string; path: string; token: string; body: unknown } | null = null;
  readonly #heard: () => void;

  constructor(heard: () => void) {
    this.#heard = heard;
  }

  async press(service: RealService, token: string, path: string, body: unknown): Promise<number | null> {
    const asked = this.unheard ?? { key: randomUUID(), path, token, body };
    this.unheard = asked;
    const response = await send(service, asked).catch(() => null);
    if (response === null || response.status >= 500 || response.status === 429) return null;
    if (response.status === 409 && response.answer.includes('key-in-flight')) return null;
    this.unheard = null;
    this.acknowledged.push({ ...asked, ...response });
    this.#heard();
    return response.status;
  }
}

async function send(
  service: RealService,
  asked: { key: string; path: string; token: string; body: unknown },
): Promise<{ status: number; answer: string }> {
  const response = await fetch(`${service.url}/api/branches/demo${asked.path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${asked.token}`, 'idempotency-key': asked.key, 'content-type': 'application/json' },
    body: JSON.stringify(asked.body),
  });
  return { status: response.status, answer: await response.text() };
}

/** Kiosks and counters at work until the service is gone. */
async function work(service: RealService, clients: readonly Client[], stop: () => boolean): Promise<void> {
  await Promise.all(
    clients.map(async (client, n) => {
      const counter = `C${n + 1}`;
      const verbs = ['open', 'call-next', 'start', 'finish'];
      for (let turn = 0; !stop(); turn += 1) {
        if (n < 4) await client.press(service, service.tokens[counter]!, `/counters/${counter}/${verbs[turn % 4]}`, {});
        else await client.press(service, service.tokens.kiosk!, '/tickets', { service: 'cash' });
      }
    }),
  );
}

describe('kill -9 in the middle of work', () => {
  it('loses nothing that was acknowledged and does nothing twice', async () => {
    const folder = freshFolder();
    let countdown = 0;
    let enough = (): void => {};
    const heard = (): void => {
      countdown -= 1;
      if (countdown === 0) enough();
    };
    const clients = Array.from({ length: 8 }, () => new Client(heard));
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const service = await startReal(folder);
      countdown = randomInt(20, 120);
      const reached = new Promise<void>((resolve) => {
        enough = resolve;
      });
      let killed = false;
      const working = work(service, clients, () => killed);
      await reached;
      // Not at a quiet moment: some commands are under way.
      await kill(service, 'SIGKILL');
      killed = true;
      await working;
    }

    const service = await startReal(folder);
    for (const client of clients) {
      // What was never answered is asked once more with its key; what was answered is answered the same.
      while (client.unheard !== null) await client.press(service, client.unheard.token, client.unheard.path, client.unheard.body);
      for (const known of client.acknowledged) {
        const { status, answer } = await send(service, known);
        expect([status, answer]).toEqual([known.status, known.answer]);
      }
    }
    expect(await kill(service, 'SIGTERM')).toBe(0);

    const store = await sqliteStore(join(folder, 'tingtang.sqlite'));
    const events = ((await store.read('demo', 0, 1_000_000)) as JournalLine[]).map(eventOf);
    await store.close();
    const all = clients.flatMap(({ acknowledged }) => acknowledged);
    const effective = all.filter(({ status, answer }) => status === 201 || (status === 200 && JSON.parse(answer).ticket !== null));
    expect(effective.length).toBeGreaterThan(cycles * 10);
    const violations = checkInvariants(events, {
      keys: effective.map(({ key }) => key),
      hashOf: (event) => hashOf(canonicalText(event)),
    });
    expect(violations).toEqual([]);
    const numbers = all
      .filter(({ path, status }) => path === '/tickets' && status === 201)
      .map(({ answer }) => JSON.parse(answer).ticket.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    rmSync(folder, { recursive: true });
  });
});
