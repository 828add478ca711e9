import { afterEach, describe, expect, test, vi } from 'vitest';
import { LobbyConnection, staleAfterMs } from '../../../../display/ui/live/lobby-connection.ts';
import { CuttableLine } from '../../../browser/cuttable-line.ts';
import { emptyScene, ticketIdOf } from '../../../browser/stage/scenes.ts';
import { Stage, tokens } from '../../../browser/stage/stage.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A screen in a lobby, over a line that can be cut; its monotonic clock can be set forward. */
async function joined(token: string = tokens.display) {
  const stage = await Stage.open(emptyScene());
  const line = await CuttableLine.to(stage.port);
  const heard: { seq: number; missed: boolean }[] = [];
  let aheadMs = 0;
  const connection = new LobbyConnection(
    `http://127.0.0.1:${line.port}`,
    { branch: 'demo', token },
    { changed: () => {}, happened: (news, missed) => heard.push(...news.map(({ seq }) => ({ seq, missed }))) },
    () => performance.now() + aheadMs,
  );
  closing.push(
    () => stage.close(),
    () => line.close(),
    () => connection.stop(),
  );
  connection.start();
  const setForward = (ms: number): void => {
    aheadMs += ms;
  };
  return { stage, line, connection, heard, setForward };
}

let drawn = 0;
function issue(stage: Stage): void {
  drawn += 1;
  stage.do({ type: 'issue', ticket: ticketIdOf(drawn), needs: [{ service: 'cash' }] });
}
const live = (connection: LobbyConnection) => expect.poll(() => connection.link).toBe('live');

describe('a screen follows its lobby by seq', () => {
  test('it joins with a board and no old news, then hears each event once', async () => {
    const { stage, connection, heard } = await joined();
    issue(stage);
    await live(connection);
    expect(heard).toEqual([]);
    const { seq } = stage.lobby.state;
    issue(stage);
    issue(stage);
    await expect.poll(() => connection.board?.seq).toBe(stage.lobby.state.seq);
    const issued = stage.lobby.journal
      .filter((event) => event.seq > seq && event.type === 'ticket-issued')
      .map((event) => event.seq);
    expect(heard).toEqual(issued.map((each) => ({ seq: each, missed: false })));
  });

  test('after a cut it is right again, and has every missed event once', async () => {
    const { stage, line, connection, heard } = await joined();
    await live(connection);
    issue(stage);
    await expect.poll(() => heard.length).toBe(1);
    line.cut();
    issue(stage);
    issue(stage);
    line.mend();
    const mendedMs = performance.now();
    await expect.poll(() => connection.board?.seq, { interval: 10 }).toBe(stage.lobby.state.seq);
    console.log(`right again ${Math.round(performance.now() - mendedMs)} ms after the line was mended`);
    expect(heard.map(({ missed }) => missed)).toEqual([false, true, true]);
    expect(new Set(heard.map(({ seq }) => seq)).size).toBe(3);
    issue(stage);
    const { seq } = stage.lobby.journal.findLast(({ type }) => type === 'ticket-issued')!;
    await expect.poll(() => heard.at(-1)).toEqual({ seq, missed: false });
  });

  test.each([1, 30, 300])(
    'after %d s without a line it is right again within 2 s, with no ghost and nothing missed',
    async (outageS) => {
      const realTimeout = setTimeout;
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
      closing.push(() => void vi.useRealTimers());
      /** Lets timers run and what is on the wire arrive, a tenth of a second at a time. */
      const pass = async (ms: number): Promise<void> => {
        for (let passed = 0; passed < ms; passed += 100) {
          await vi.advanceTimersByTimeAsync(100);
          for (let turns = 0; turns < 6; turns += 1) await new Promise((resolve) => setImmediate(resolve));
        }
      };
      /** Here something is on the wire, which takes its own time, however busy the machine. */
      const passUntil = async (done: () => boolean): Promise<number> => {
        let ms = 0;
        for (; !done() && ms < 20_000; ms += 100) {
          await pass(100);
          await new Promise((resolve) => realTimeout(resolve, 10));
        }
        return ms;
      };
      const { stage, line, connection, heard } = await joined();
      await passUntil(() => connection.link === 'live');
      line.cut();
      await pass((outageS * 1_000) / 2);
      const numbers: number[] = [];
      for (let n = 0; n < 5; n += 1) {
        issue(stage);
        numbers.push(stage.lobby.state.seq);
      }
      await pass((outageS * 1_000) / 2);
      expect(connection.link).toBe(outageS > 5 ? 'stale' : 'live');
      line.mend();
      const rightMs = await passUntil(() => connection.board?.seq === stage.lobby.state.seq && connection.link === 'live');
      console.log(`out for ${outageS} s: right again after ${rightMs} ms`);
      expect(rightMs).toBeLessThanOrEqual(2_000);
      expect(heard).toHaveLength(5);
      expect(heard.every(({ missed }) => missed)).toBe(true);
      expect(connection.board?.tally.issued).toBe(stage.lobby.state.tally.issued);
    },
  );

  test('silence for five seconds is called not live; a line that stays silent is dialled anew', async () => {
    const { stage, connection, setForward } = await joined();
    await live(connection);
    stage.silent = true;
    expect(staleAfterMs).toBe(5_000);
    setForward(staleAfterMs + 100);
    await expect.poll(() => connection.link).toBe('stale');
    expect(connection.board).not.toBeNull();
    issue(stage);
    stage.silent = false;
    setForward(5_000);
    await expect.poll(() => connection.board?.seq).toBe(stage.lobby.state.seq);
    await live(connection);
  });

  test('a wrong pass is refused, and it does not knock again', async () => {
    const { connection } = await joined('stolen');
    await expect.poll(() => connection.link).toBe('refused');
    expect(connection.refusal?.code).toBe('bad-token');
    expect(connection.board).toBeNull();
  });

  test('a pass revoked while in use stops it', async () => {
    const { stage, connection } = await joined();
    await live(connection);
    stage.revoke();
    await expect.poll(() => connection.link).toBe('refused');
  });

  test("the server's time counts, whatever this machine's clock says", async () => {
    const { stage, connection } = await joined();
    await live(connection);
    expect(Math.abs(connection.clock.now() - stage.lobby.now)).toBeLessThan(5_000);
  });
});
