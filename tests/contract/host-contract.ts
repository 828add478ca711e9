import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunJob, RunResult } from '../../simulator/engine/run.ts';
import { runJob } from '../../simulator/engine/run.ts';
import { piecesOf } from '../../simulator/hosts/pieces.ts';
import { bankDay } from '../../simulator/study/bench/bank-day.ts';
import type { Limits, StopReason } from '../../simulator/study/host.ts';
import { joinResults } from '../../simulator/study/join-results.ts';
import { sample } from '../../simulator/workload/sample.ts';
import { tellers } from '../simulator/engine/plain-branch.ts';

/** What a job came to, with every bit of its result as text. */
export interface Ran {
  readonly days: number;
  readonly stopped: StopReason | null;
  readonly bits: string;
  /** Days finished, each time it was told. */
  readonly progress: readonly number[];
}

/** A host as the contract uses it; one in a browser is driven from outside. */
export interface HostUnderTest {
  /** `cancelFrom`: cancels at the first progress that reaches so many days; 0: before it begins. */
  start(job: RunJob, options?: { readonly limits?: Limits; readonly cancelFrom?: number }): Promise<Ran>;
  /** Kills a thread after some ms; absent where there is none. */
  kill?(afterMs: number): Promise<void>;
  close(): Promise<void>;
}

/** Typed arrays as their places that are not 0. */
export const bitsOf = (result: RunResult): string =>
  JSON.stringify(result, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? [...(value as Float64Array).entries()].filter(([, one]) => one !== 0) : value,
  );

const { model, plan } = bankDay();
const four = tellers(4, '08:30', '17:00', 'four');
const goals = {
  grid: { fromMs: 30_600_000, stepMs: 1_800_000, steps: 17, roles: 1, roleOfService: [0, 0] },
  goals: [{ measure: 'within', share: 0.8, limitMs: 300_000 } as const, { measure: 'mean', limitMs: 200_000 } as const],
};
const job: RunJob = { model, plans: [plan, four], seed: 3, firstDay: 10, days: 300, sections: 3, goals };

/** The same pieces one after the other, on tapes sampled one by one. */
function expected(of: RunJob): string {
  const whole = piecesOf(of).flatMap(({ firstDay, days }) => {
    return [runJob({ ...of, firstDay, days }, (seed, day) => sample(of.model, seed, day))];
  });
  return bitsOf(whole.reduce<RunResult | null>(joinResults, null)!);
}

/** One teller and a million customers, who leave one by one: a day that takes longer than anybody waits. */
const endless: RunJob = {
  ...job,
  model: { ...model, arrivals: [{ ...model.arrivals[0]!, expected: new Array<number>(17).fill(60_000) }] },
  plans: [tellers(1, '08:30', '17:00')],
  goals: undefined,
  days: 1000,
};

/** What every host keeps to. */
export function hostContract(name: string, open: (workers: number) => Promise<HostUnderTest>, workers: readonly number[]): void {
  describe(`${name}: the host contract`, () => {
    let host: HostUnderTest;
    beforeAll(async () => {
      host = await open(Math.max(...workers));
    });
    afterAll(() => host.close());

    it.each(workers)('gives the same bits on %i workers as day by day, goals included', async (count) => {
      const bits = expected(job);
      const other = await open(count);
      expect(await other.start(job)).toMatchObject({ days: 300, stopped: null, bits });
      expect((await other.start({ ...job, days: 100, seed: 4 })).bits).not.toBe((await other.start({ ...job, days: 100 })).bits);
      await other.close();
    });

    it('tells its progress, which rises to the last day', async () => {
      const { progress } = await host.start(job);
      expect(progress.at(-1)).toBe(300);
      expect([...progress].sort((a, b) => a - b)).toEqual(progress);
      expect(progress.length).toBeGreaterThan(1);
    });

    it('keeps what is finished when it is cancelled: the result of so many days', async () => {
      const long = { ...job, days: 30_000 };
      const ran = await host.start(long, { cancelFrom: 1 });
      expect(ran.stopped).toBe('cancelled');
      expect(ran.days).toBeGreaterThan(0);
      expect(ran.days).toBeLessThan(long.days);
      expect(ran.bits).toBe(expected({ ...long, days: ran.days }));
      expect(await host.start(job, { cancelFrom: 0 })).toMatchObject({ stopped: 'cancelled', days: 0 });
    });

    it('keeps to its time, with what is finished by then', async () => {
      const long = { ...job, days: 10_000_000 };
      const ran = await host.start(long, { limits: { timeMs: 400 } });
      expect(ran.stopped).toBe('time');
      expect(ran.days).toBeLessThan(long.days);
      expect(ran.progress.at(-1) ?? 0).toBe(ran.days);
    });

    it('takes no more memory than it may', async () => {
      const ran = await host.start(job, { limits: { memoryBytes: 100_000 } });
      expect(ran).toMatchObject({ stopped: 'memory', days: 0 });
    });

    it('refuses a plan that makes no sense before anything runs', async () => {
      const odd = { ...job, plans: [plan, { ...four, calling: { id: 'magic', options: {} } }] };
      await expect(host.start(odd)).rejects.toThrow(/unknown calling strategy "magic"; allowed: fcfs/);
    });
  });
}

/** What hosts with threads keep to beside it. */
export function threadContract(name: string, open: (workers: number) => Promise<HostUnderTest>): void {
  describe(`${name}: the contract of hosts with threads`, () => {
    it('stops a day that never ends by its budget, and goes on with other work', async () => {
      const host = await open(2);
      expect(await host.start(endless, { limits: { timeMs: 300 } })).toMatchObject({ stopped: 'time' });
      expect(await host.start(job)).toMatchObject({ stopped: null, bits: expected(job) });
      await host.close();
    });

    it('gives a piece to another thread when one dies under it', async () => {
      const host = await open(2);
      await host.start({ ...job, days: 1 });
      const running = host.start({ ...job, days: 2000 });
      await host.kill!(20);
      expect(await running).toMatchObject({ stopped: null, days: 2000 });
      await host.close();
    });

    it('says so when threads die again and again', async () => {
      const host = await open(1);
      const state = { done: false };
      const running = host.start(endless).finally(() => {
        state.done = true;
      });
      // A thread that is killed before it has begun has not died of its work: so later and later.
      for (let afterMs = 100; !state.done; afterMs *= 2) await host.kill!(afterMs);
      expect(await running).toMatchObject({ stopped: 'worker-died', days: 0 });
      await host.close();
    });
  });
}
