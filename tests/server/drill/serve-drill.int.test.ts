import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { describe, expect, it } from 'vitest';
import type { LobbyMessage } from '../../../server/realtime/messages.ts';
import { freshFolder, kill, runVerb, startReal } from '../real-service.ts';
import { verbHere } from '../verb-here.ts';

describe('serve --drill', () => {
  it('brings the screens to life, stops at the first Ctrl-C, and leaves a journal that verifies and conforms', async () => {
    const folder = freshFolder();
    const service = await startReal(folder, ['--drill', '60']);
    const socket = io(service.url, { transports: ['websocket'], auth: { token: service.tokens.board, branch: 'demo' } });
    const date = await new Promise<string>((resolve) => {
      socket.on('lobby', ({ board }: LobbyMessage) => {
        if (board.tally.done >= 3 && board.tally.serving > 0) resolve(board.day!.date);
      });
    });
    socket.close();
    expect(await kill(service, 'SIGINT')).toBe(0);

    const env = { TINGTANG_DATA: folder };
    expect((await runVerb(['verify'], env)).code).toBe(0);
    const day = await verbHere(['export', '--branch', 'demo', '--day', date], env);
    const file = join(folder, 'day.ndjson');
    writeFileSync(file, day.out);
    const conformed = await runVerb(['conform', file, '--json'], {});
    expect(conformed.code).toBe(0);
    const { decisions, mismatches } = JSON.parse(conformed.out) as { decisions: number; mismatches: unknown[] };
    expect(mismatches).toEqual([]);
    // Four customers, each routed and called.
    expect(decisions).toBeGreaterThanOrEqual(8);
    const ends = day.out
      .trim()
      .split('\n')
      .slice(-5)
      .map((line) => JSON.parse(line).type);
    expect(ends).toContain('staff-left');
  });

  it.each(['fast', '0', '61', ''])('refuses the speed "%s" in one line', async (speed) => {
    const { code, err } = await verbHere(['serve', '--drill', speed], {});
    expect(code).toBe(2);
    expect(err).toBe(`tingtang: --drill "${speed}": the speed must be a number from 0.1 to 60\n`);
  });
});
