import { once } from 'node:events';
import { createConnection } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LobbyMessage } from '../../server/realtime/messages.ts';
import { type Lobby, openLobby } from './running-service.ts';

let lobby: Lobby;
let manager: string;
let display: string;
beforeAll(async () => {
  lobby = await openLobby();
  manager = await lobby.token('manager');
  display = await lobby.token('display');
});
afterAll(() => lobby.close());

const open = new Set<Socket>();
afterEach(() => {
  for (const socket of open) socket.disconnect();
  open.clear();
});

/** A screen: what it has heard, and a wait for what it will. */
function screen(auth: Record<string, unknown>, more: Parameters<typeof io>[1] = {}) {
  const socket = io(lobby.running.url, {
    transports: ['websocket'],
    reconnection: false,
    auth: { branch: 'demo', ...auth },
    ...more,
  });
  open.add(socket);
  const heard: LobbyMessage[] = [];
  const waiting = new Set<() => void>();
  socket.on('lobby', (message: LobbyMessage) => {
    heard.push(message);
    for (const look of waiting) look();
  });
  return {
    socket,
    heard,
    until: (fits: (heard: LobbyMessage[]) => boolean) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (!fits(heard)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    /** Every event it was told, over all messages. */
    told: () => heard.flatMap(({ events }) => events),
  };
}

const issue = () => lobby.post('/tickets', { service: 'cash' }, manager);
/** Every seq after one, up to another. */
const from = (after: number, to: number): number[] => Array.from({ length: to - after }, (_, n) => after + 1 + n);
const seqNow = async () => (await lobby.get('/board', manager)).body.seq as number;

describe('a screen that joins', () => {
  it('gets the board, then what happens, in order and once', async () => {
    const tv = screen({ token: manager });
    await tv.until((heard) => heard.length > 0);
    expect(tv.heard[0]).toMatchObject({ snapshot: true, events: [], seq: await seqNow() });
    const start = tv.heard[0]!.seq;
    const replies = await Promise.all(Array.from({ length: 20 }, issue));
    const last = await seqNow();
    await tv.until((heard) => heard.at(-1)!.seq >= last);
    expect(tv.told().map(({ seq }) => seq)).toEqual(from(start, tv.heard.at(-1)!.seq));
    expect(tv.heard.slice(1).every(({ snapshot }) => !snapshot)).toBe(true);
    const ids = tv.heard.at(-1)!.board.tickets!.map(({ id }) => id);
    for (const { body } of replies) expect(ids).toContain(body.ticket.id);
  });

  it('that was away gets what it missed', async () => {
    const before = await seqNow();
    await Promise.all(Array.from({ length: 5 }, issue));
    const tv = screen({ token: manager, after: before });
    await tv.until((heard) => heard.length > 0);
    expect(tv.heard[0]!.snapshot).toBe(false);
    expect(tv.told().map(({ seq }) => seq)).toEqual(from(before, tv.heard[0]!.seq));
    expect(tv.heard[0]!.seq).toBeGreaterThanOrEqual(before + 10);
  });

  it('with a position from another life gets the board alone', async () => {
    const tv = screen({ token: manager, after: 1_000_000 });
    await tv.until((heard) => heard.length > 0);
    expect(tv.heard[0]).toMatchObject({ snapshot: true, events: [] });
  });

  it('in public is told numbers, never ids', async () => {
    const tv = screen({ token: display, after: await seqNow() });
    await tv.until((heard) => heard.length > 0);
    await lobby.post('/counters/C1/open', {}, manager);
    const { body } = await issue();
    const called = await lobby.post('/counters/C1/call', { ticket: body.ticket.id }, manager);
    const last = await seqNow();
    await tv.until((heard) => heard.at(-1)!.seq >= last);
    expect(tv.told().map(({ type }) => type)).toEqual(['station-opened', 'ticket-issued', 'called']);
    expect(tv.told().at(-1)!.data).toEqual({ number: called.body.ticket.number, station: 'C1', line: 'general' });
    expect(JSON.stringify(tv.heard)).not.toContain(body.ticket.id);
    expect(tv.heard.at(-1)!.board.view).toBe('public');
    await lobby.post('/counters/C1/no-show', {}, manager);
    await lobby.post('/counters/C1/close', {}, manager);
  });

  it('may be a phone that knows its ticket only', async () => {
    const { body } = await issue();
    const phone = screen({ ticket: body.ticket.id });
    await phone.until((heard) => heard.length > 0);
    expect(phone.heard[0]!.board.view).toBe('public');
    const stranger = screen({ ticket: 'nobodys-ticket' });
    const [refused] = await said(stranger.socket, 'refused');
    expect(refused?.code).toBe('bad-token');
  });

  it('hears a heartbeat, which names the screens being served', async () => {
    const tv = screen({ token: display });
    const [beat] = await said(tv.socket, 'heartbeat');
    expect(beat).toEqual({ at: expect.any(Number), seq: await seqNow(), build: expect.stringMatching(/^[0-9a-f]{12}$/) });
  });
});

describe('who is refused', () => {
  it.each([
    ['a bad token', { token: 'tt_wrong' }, 'bad-token', undefined],
    ['no token', {}, 'bad-input', 'token'],
    ['another branch', { token: 'manager', branch: 'other' }, 'unknown-branch', undefined],
    ['a field too many', { token: 'manager', room: 'demo' }, 'bad-input', ''],
    ['a position that is none', { token: 'manager', after: -1 }, 'bad-input', 'after'],
    ['both a token and a ticket', { token: 'manager', ticket: 'x' }, 'bad-input', 'token'],
  ])('%s', async (_, auth, code, where) => {
    const tv = screen({ ...auth, ...('token' in auth && auth.token === 'manager' ? { token: manager } : {}) });
    const gone = said(tv.socket, 'disconnect');
    const [refused] = await said(tv.socket, 'refused');
    const problems = where === undefined ? {} : { problems: [{ path: where, message: expect.any(String) }] };
    expect(refused).toEqual({ code, message: { zh: expect.any(String), en: expect.any(String) }, ...problems });
    await gone;
    expect(tv.heard).toEqual([]);
  });

  it('a page of a foreign site, and the polling transport', async () => {
    const foreign = screen({ token: manager }, { extraHeaders: { origin: 'https://evil.example' } });
    await said(foreign.socket, 'connect_error');
    const own = screen({ token: manager }, { extraHeaders: { origin: lobby.running.url } });
    await own.until((heard) => heard.length > 0);
    const polling = screen({ token: manager }, { transports: ['polling'] });
    await said(polling.socket, 'connect_error');
  });

  it('a screen whose token is revoked is told so and cut', async () => {
    const admin = await lobby.token('admin');
    const { body } = await lobby.send('POST', '/api/branches/demo/tokens', { token: admin, body: { role: 'display' } });
    const tv = screen({ token: body.token });
    await tv.until((heard) => heard.length > 0);
    const gone = said(tv.socket, 'disconnect');
    await lobby.send('DELETE', `/api/branches/demo/tokens/${body.id}`, { token: admin });
    const [refused] = await said(tv.socket, 'refused');
    expect(refused?.code).toBe('bad-token');
    await gone;
  });

  it('a screen that speaks, or sends too much, is cut', async () => {
    const talker = screen({ token: manager });
    await talker.until((heard) => heard.length > 0);
    const gone = said(talker.socket, 'disconnect');
    talker.socket.emit('call-next', { counter: 'C1' });
    const [refused] = await said(talker.socket, 'refused');
    expect(refused?.problems?.[0]?.message).toContain('HTTP');
    await gone;
    const loud = screen({ token: manager });
    await loud.until((heard) => heard.length > 0);
    loud.socket.emit('x', 'x'.repeat(20_000));
    await said(loud.socket, 'disconnect');
  });
});

describe('after the commit only', () => {
  it('nothing is told of what the store did not keep', async () => {
    const tv = screen({ token: manager });
    await tv.until((heard) => heard.length > 0);
    const { store } = lobby.running.service;
    const append = store.append.bind(store);
    const before = await seqNow();
    Object.assign(store, { append: async () => ({ failed: 'unavailable', message: 'disk full' }) });
    const refused = await issue();
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    Object.assign(store, { append });
    await issue();
    await tv.until((heard) => heard.at(-1)!.seq > before);
    const told = tv.told().filter(({ type }) => type === 'ticket-issued');
    expect([tv.told()[0]!.seq, told.length]).toEqual([before + 1, 1]);
  });

  it('what is told is already in the journal on disk', async () => {
    const tv = screen({ token: manager, after: await seqNow() });
    await tv.until((heard) => heard.length > 0);
    const seen: Promise<unknown>[] = [];
    tv.socket.on('lobby', ({ seq }: LobbyMessage) =>
      seen.push(lobby.get(`/events?after=${seq - 1}&limit=1`, manager).then(({ body }) => body.events[0]?.seq === seq)),
    );
    await Promise.all(Array.from({ length: 10 }, issue));
    const last = await seqNow();
    await tv.until((heard) => heard.at(-1)!.seq >= last);
    expect(await Promise.all(seen)).not.toContain(false);
    expect(seen.length).toBeGreaterThan(0);
  });
});

describe('a screen that stops reading', () => {
  it('costs no memory, is cut, and holds up nobody', async () => {
    const { hostname, port } = new URL(lobby.running.url);
    const raw = createConnection({ host: hostname, port: Number(port) });
    await once(raw, 'connect');
    raw.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16, 1).toString('base64')}\r\n\r\n`,
    );
    await told(raw, '"sid"');
    raw.write(frame(`40${JSON.stringify({ branch: 'demo', token: manager })}`));
    await told(raw, '"lobby"');
    raw.pause();
    // It keeps saying that it is alive; it only never takes what it is sent.
    const alive = setInterval(() => raw.write(frame('3')), 1000);
    // The line is cut under it, so it may end in an error: both are the end.
    raw.on('error', () => {});
    const gone = new Promise((resolve) => raw.once('close', resolve));
    const healthy = screen({ token: display });
    await healthy.until((heard) => heard.length > 0);
    const cutBefore = await figure('tingtang_sockets_cut_total{why="slow"}');
    // Boards grow with the queue; kernel buffers hold some megabytes before the server notices.
    for (let n = 0; (await figure('tingtang_sockets_cut_total{why="slow"}')) === cutBefore && n < 1000; n += 1) {
      await Promise.all(Array.from({ length: 8 }, issue));
    }
    expect(await figure('tingtang_sockets_cut_total{why="slow"}')).toBe(cutBefore + 1);
    clearInterval(alive);
    raw.resume();
    await gone;
    const last = await seqNow();
    await healthy.until((heard) => heard.at(-1)!.seq >= last);
  });
});

interface Said {
  readonly code: string;
  readonly problems?: readonly { readonly message: string }[];
}

/** What a socket says next. */
const said = (socket: Socket, event: string): Promise<Said[]> =>
  new Promise((resolve) => {
    socket.once(event, (...given: Said[]) => resolve(given));
  });

/** Waits for a text on a raw line. */
function told(line: ReturnType<typeof createConnection>, text: string): Promise<void> {
  let got = '';
  return new Promise((resolve) => {
    const listen = (chunk: Buffer): void => {
      got += chunk.toString('latin1');
      if (!got.includes(text)) return;
      line.off('data', listen);
      resolve();
    };
    line.on('data', listen);
  });
}

async function figure(name: string): Promise<number> {
  const { body } = await lobby.send('GET', '/metrics', { key: null });
  return Number(new RegExp(`^${name.replaceAll(/[{}]/g, '\\$&')} (\\d+)`, 'm').exec(body)?.[1] ?? 0);
}

/** A masked text frame, as a client sends it. */
function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head =
    body.length < 126 ? Buffer.from([0x81, 0x80 | body.length]) : Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, Buffer.alloc(4), body]);
}
