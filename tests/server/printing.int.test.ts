import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFiles } from '../../server/data-files.ts';
import { startService } from '../../server/main.ts';
import type { PrinterNews } from '../../server/print/printers.ts';
import { readPaper } from './print/paper-head.ts';
import { Sink } from './print/sink.ts';
import { type Lobby, openLobby } from './running-service.ts';

const place = { zh: '东门取号机', en: 'East door kiosk' };
const sink = new Sink();
let lobby: Lobby;
let kiosk: string;
beforeAll(async () => {
  await sink.start();
  lobby = await openLobby();
  writeFileSync(
    dataFiles(lobby.folder).printers,
    JSON.stringify({ v: 1, printers: [{ branch: 'demo', host: '127.0.0.1', port: sink.port, retryFirstMs: 100, names: place }] }),
  );
  await lobby.restart();
  kiosk = await lobby.token('kiosk');
});
afterAll(async () => {
  await lobby.close();
  await sink.stop();
});

const nextSlip = async () => readPaper(await sink.jobs.next()).lines.join('\n');

it("a kiosk's ticket is put on paper once: not again for an answer told again, not for a greeter's, not one given offline", async () => {
  const first = await lobby.post('/tickets', { service: 'cash' }, kiosk, 'press-1');
  const again = await lobby.post('/tickets', { service: 'cash' }, kiosk, 'press-1');
  expect(again.body).toEqual(first.body);
  await lobby.post('/tickets', { service: 'cash' }, await lobby.token('greeter'));
  const { block } = (await lobby.post('/number-blocks', { series: 'A' }, kiosk)).body;
  const offline = { block: block.id, ordinal: block.from, occurredAt: Date.now() };
  expect((await lobby.post('/tickets', { service: 'cash', offline }, kiosk)).status).toBe(201);
  const last = await lobby.post('/tickets', { service: 'transfer' }, kiosk);
  expect(await nextSlip()).toContain(first.body.ticket.number);
  expect(await nextSlip()).toContain(last.body.ticket.number);
  expect((await lobby.get('/printer', kiosk)).body).toMatchObject({ printer: { code: 'ok', notPrinted: [] } });
});

it('a dead printer holds up no ticket; the kiosk is told, and staff with its place and age, until it prints again', async () => {
  const heard: (readonly PrinterNews[])[] = [];
  const sockets = await Promise.all(
    (['greeter', 'display'] as const).map(async (role) =>
      io(lobby.running.url, { transports: ['websocket'], auth: { branch: 'demo', token: await lobby.token(role) } }),
    ),
  );
  const [greeter, display] = sockets as [Socket, Socket];
  greeter.on('printers', (printers: readonly PrinterNews[]) => heard.push(printers));
  display.on('printers', () => expect.unreachable('a public screen is not told of printers'));
  await expect.poll(() => heard.at(-1)?.map(({ code }) => code)).toEqual(['ok']);
  const stoppedAt = Date.now();
  await sink.stop();
  expect((await lobby.post('/tickets', { service: 'cash' }, kiosk)).status).toBe(201);
  await expect.poll(async () => (await lobby.get('/printer', kiosk)).body.printer.code).toBe('unreachable');
  await expect.poll(() => heard.at(-1)?.[0]).toMatchObject({ code: 'unreachable', names: place, kiosk: null, withoutPaper: [] });
  expect(heard.at(-1)![0]!.since).toBeGreaterThanOrEqual(stoppedAt);
  await sink.start();
  expect(await nextSlip()).toContain('A');
  await expect.poll(() => heard.at(-1)?.[0]?.code).toBe('ok');
  for (const socket of sockets) socket.disconnect();
});

it('a printers file that cannot be used stops the start with one line', async () => {
  const folder = join(lobby.folder, 'other');
  mkdirSync(folder);
  writeFileSync(dataFiles(folder).printers, '{"v":1,"printers":[{"branch":"demo","host":"http://x"}]}');
  const config = { port: 0, host: '127.0.0.1', dataFolder: folder, origins: [], logLevel: 'silent' as const };
  await expect(startService(config)).rejects.toThrow(/printers\.json: printers\.0\.host: a host name or IP address/);
});
