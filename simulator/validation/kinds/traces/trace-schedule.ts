import { z } from 'zod';
import { timelineOf } from '../../../workload/timeline.ts';
import { answererOf } from '../../answer.ts';
import { length } from '../../params.ts';
import { clockGrid } from '../../trial/clock-grid.ts';
import { lobbyOf } from '../../trial/lobby-of.ts';
import { shiftsOf } from '../../trial/shifts-of.ts';

/** Cycles. */
const most = 10_000;

const params = z
  .object({
    times: z.array(length).min(1),
    capacity: z.array(z.int().min(0).max(200)).min(1),
    period: length.optional(),
    until: length,
  })
  .refine(
    ({ times, capacity }) => times.length === capacity.length && times.every((time, at) => at === 0 || time > times[at - 1]!),
    {
      path: ['times'],
      message: 'one rising time for each capacity',
    },
  )
  .refine(({ times, period }) => period === undefined || times.at(-1) === period, {
    path: ['times'],
    message: 'the last of them is the period',
  });

/**
 * A capacity that changes by a schedule: the roster's timeline, on a day that stands for one cycle. The last capacity of a cycle is
 * the first of the next; without a period nobody is there before the first time, and the last capacity stays.
 */
export const traceSchedule = answererOf('trace-schedule', params, ({ times, capacity, period, until }) => {
  const cyclic = period !== undefined;
  const cycle = period ?? Math.max(until, times.at(-1)! + 1);
  const later = times.map((time, at): readonly [number, number] => [time, capacity[at]!]);
  const numbers = [[0, cyclic ? capacity.at(-1)! : 0] as const, ...(cyclic ? later.slice(0, -1) : later)];
  if (until / cycle > most) return { reason: `${Math.ceil(until / cycle)} cycles; at most ${most} are traced` };
  // whole minutes of a day for every time
  const grid = clockGrid([...numbers.map(([from]) => from), cycle], cycle);
  if (grid === null) return { reason: 'times do not fall on whole minutes of a day that stands for the cycle' };
  const { model, plan } = lobbyOf({
    classes: [{ share: 1, work: { family: 'constant', ms: 1000 }, tier: 0 }],
    calling: { id: 'fcfs', options: {} },
    counters: Math.max(1, ...capacity),
    opens: '00:00',
    closes: '24:00',
    stepMinutes: 60,
    expected: [1],
    shifts: shiftsOf(numbers, cycle, grid.clock),
  });
  const { changes } = timelineOf(model.branch, plan);
  const at = (ms: number): number =>
    changes.reduce((sum, change) => sum + (change.kind === 'number' && change.atMs <= ms ? change.delta : 0), 0);
  const changeTimes = Array.from({ length: Math.ceil(until / cycle) }, (_, n) => numbers.map(([from]) => n * cycle + from))
    .flat()
    .filter((time) => time < until);
  return {
    exact: { changeTimes, capacity: changeTimes.map((time) => at(Math.round((time % cycle) * grid.unitMs))) },
    exactBy: 'engine',
  };
});
