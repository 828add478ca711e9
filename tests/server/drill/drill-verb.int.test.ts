import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { io } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import type { LobbyMessage } from '../../../server/realtime/messages.ts';
import { freshFolder, kill, root, runVerb, startReal } from '../real-service.ts';
import { verbHere } from '../verb-here.ts';

const startDrill = (folder: string): ChildProcess =>
  spawn(process.execPath, ['tingtang.ts', 'drill', '--speed', '60', '--json'], {
    cwd: root,
    env: { ...process.env, TINGTANG_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

describe('drill', () => {
  it('fills a service that runs already, whose screens see it at once, and empties it again', async () => {
    const folder = freshFolder();
    const service = await startReal(folder);
    const socket = io(service.url, { transports: ['websocket'], auth: { token: service.tokens.board, branch: 'demo' } });
    const seen = (what: (message: LobbyMessage) => boolean): Promise<void> =>
      new Promise((resolve) => {
        const look = (message: LobbyMessage): void => {
          if (!what(message)) return;
          socket.off('lobby', look);
          resolve();
        };
        socket.on('lobby', look);
      });
    const child = startDrill(folder);
    let out = '';
    child.stdout!.on('data', (chunk) => {
      out += chunk;
    });
    await seen(({ board: { tally } }) => tally.done >= 2 && tally.serving > 0);
    const empty = seen(({ board: { counters, tally } }) => {
      const open = counters.filter(({ kind, status }) => kind !== 'device' && status !== 'closed');
      return tally.waiting + tally.called + tally.serving === 0 && open.length === 0;
    });
    const gone = once(child, 'close');
    child.kill('SIGINT');
    expect((await gone)[0]).toBe(0);
    const { branch, served, tickets } = JSON.parse(out);
    expect([branch, served >= 2, tickets > served - 2]).toEqual(['demo', true, true]);
    await empty;
    socket.close();
    expect(await kill(service, 'SIGINT')).toBe(0);
    expect((await runVerb(['verify'], { TINGTANG_DATA: folder })).code).toBe(0);
  });

  it('refuses a branch that is not there, and a speed that makes no sense', async () => {
    const folder = freshFolder();
    const service = await startReal(folder);
    const env = { TINGTANG_DATA: folder };
    const unknown = await verbHere(['drill', '--branch', 'nowhere'], env);
    expect([unknown.code, unknown.err]).toEqual([2, 'tingtang: --branch "nowhere": no such branch; known: demo\n']);
    expect((await verbHere(['drill', '--speed', 'quick'], env)).err).toContain('--speed "quick": the speed must be a number');
    await kill(service, 'SIGTERM');
  });
});
