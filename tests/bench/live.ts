import { randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import type { LobbyMessage, PublicEvent } from '../../server/realtime/messages.ts';
import { freshFolder, kill, type RealService, startReal } from '../server/real-service.ts';

const rounds = Number(process.argv[2] ?? 25);
const perRound = 40;

/** Lengths of one thing done many times, ms. */
class Sample {
  readonly #ms: number[] = [];
  add(startedMs: number): void {
    this.#ms.push(performance.now() - startedMs);
  }
  quantile(q: number): number {
    const sorted = [...this.#ms].sort((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
  }
  row(name: string): string {
    return `${name.padEnd(34)} ${[0.5, 0.9, 0.99, 1].map((q) => this.quantile(q).toFixed(1).padStart(7)).join(' ')}   n=${this.#ms.length}`;
  }
}

/** What the disk itself takes to make 4 KiB durable. */
function syncDisk(file: number, sample: Sample): void {
  const startedMs = performance.now();
  writeSync(file, Buffer.alloc(4096, 1));
  fdatasyncSync(file);
  sample.add(startedMs);
}

/** A lobby TV that tells when it hears of something. */
function tv(service: RealService): {
  ready: Promise<unknown>;
  hears: (fits: (event: PublicEvent) => boolean) => Promise<void>;
  close: () => void;
} {
  const socket = io(service.url, { transports: ['websocket'], auth: { branch: 'demo', token: service.tokens.lobby } });
  const waiting = new Set<{ fits: (event: PublicEvent) => boolean; heard: () => void }>();
  const ready = new Promise((resolve) => socket.once('lobby', resolve));
  socket.on('lobby', ({ events }: LobbyMessage) => {
    for (const item of waiting) {
      if (!events.some((event) => item.fits(event as PublicEvent))) continue;
      waiting.delete(item);
      item.heard();
    }
  });
  return { ready, hears: (fits) => new Promise((heard) => waiting.add({ fits, heard })), close: () => socket.disconnect() };
}

async function press(service: RealService, screen: string, path: string, body: unknown = {}): Promise<void> {
  const response = await fetch(`${service.url}/api/branches/demo${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${service.tokens[screen]}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

const folder = freshFolder();
const service = await startReal(folder);
const screen = tv(service);
await screen.ready;
await press(service, 'C1', '/counters/C1/open');

const disk = new Sample();
const issued = { answer: new Sample(), shown: new Sample() };
const called = { answer: new Sample(), shown: new Sample() };
const file = openSync(join(folder, 'fsync'), 'w');

async function timed(to: { answer: Sample; shown: Sample }, type: string, act: () => Promise<void>): Promise<void> {
  const heard = screen.hears((event) => event.type === type);
  const startedMs = performance.now();
  const answered = act().then(() => to.answer.add(startedMs));
  await heard;
  to.shown.add(startedMs);
  await answered;
}

for (let round = 0; round < rounds; round += 1) {
  for (let n = 0; n < perRound; n += 1) syncDisk(file, disk);
  for (let n = 0; n < perRound; n += 1) {
    await timed(issued, 'ticket-issued', () => press(service, 'kiosk', '/tickets', { service: 'cash' }));
    await timed(called, 'called', () => press(service, 'C1', '/counters/C1/call-next'));
    for (const verb of ['start', 'finish']) await press(service, 'C1', `/counters/C1/${verb}`);
  }
}
closeSync(file);

const limit = disk.quantile(0.99) + 15;
const worst = Math.max(issued.shown.quantile(0.99), called.shown.quantile(0.99));
process.stdout.write(
  [
    `one kiosk, one counter, one TV; durable; Node ${process.version}                p50     p90     p99     max  ms`,
    disk.row('disk: 4 KiB append + fdatasync'),
    issued.answer.row('issue → answer at the kiosk'),
    issued.shown.row('issue → TV'),
    called.answer.row('call-next → answer at the counter'),
    called.shown.row('call-next → TV'),
    `target: p99 ≤ fsync p99 + 15 ms = ${limit.toFixed(1)} ms; measured ${worst.toFixed(1)} ms: ${worst <= limit ? 'met' : 'missed'}`,
    '',
  ].join('\n'),
);
screen.close();
await kill(service, 'SIGTERM');
rmSync(folder, { recursive: true });
process.exitCode = worst <= limit ? 0 : 1;
