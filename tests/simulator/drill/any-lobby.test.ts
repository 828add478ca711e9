import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CoreLobby } from '../../../simulator/drill/core-lobby.ts';
import { playDay } from '../../../simulator/drill/drill-day.ts';
import type { Lobby } from '../../../simulator/drill/lobby-port.ts';
import { dayMs } from '../../../simulator/workload/clock.ts';
import { anyDay } from '../engine/any-day.ts';
import { aMonday, drilled, lines } from './journals.ts';

/** A lobby that answers later, as one over a network does. */
const answeringLater = (core: CoreLobby): Lobby => ({
  get state() {
    return core.state;
  },
  submit: async (command, by, nowMs) => {
    await Promise.resolve();
    return core.submit(command, by, nowMs);
  },
  onEvent: (listener) => core.onEvent(listener),
});

it('the same people drive a lobby that answers later, in step with a clock, and write the same journal', async () => {
  await fc.assert(
    fc.asyncProperty(anyDay, async (day) => {
      const core = new CoreLobby();
      const looks: number[] = [];
      const pace = {
        stepMs: 600_000,
        untilMs: dayMs,
        reached: async (drillMs: number) => {
          looks.push(drillMs);
          // Nothing of a later step has happened before the clock has come so far.
          expect(core.state.at - aMonday.midnightAt).toBeLessThanOrEqual(drillMs);
        },
      };
      await playDay(answeringLater(core), day.tape, day.plan, day.model, aMonday, pace);
      expect(looks.length).toBe(dayMs / pace.stepMs);
      expect(lines(core.journal)).toEqual(lines(await drilled(day)));
    }),
    { numRuns: 20, seed: 7 },
  );
}, 60_000);

it('stops where the clock says so', async () => {
  const [day] = fc.sample(anyDay, { numRuns: 1, seed: 3 });
  const core = new CoreLobby();
  const untilTen = async (drillMs: number): Promise<void> => {
    if (drillMs >= 10 * 3_600_000) throw new Error('stopped');
  };
  const pace = { stepMs: 60_000, untilMs: dayMs, reached: untilTen };
  await expect(playDay(core, day!.tape, day!.plan, day!.model, aMonday, pace)).rejects.toThrow('stopped');
  expect(core.journal.length).toBeGreaterThan(3);
  expect(core.state.at - aMonday.midnightAt).toBeLessThanOrEqual(10 * 3_600_000);
});
