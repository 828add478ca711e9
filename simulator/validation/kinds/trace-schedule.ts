import { z } from 'zod';
import { clockOfMs, dayMs } from '../../workload/clock.ts';
import { timelineOf } from '../../workload/timeline.ts';
import { answererOf } from '../answer.ts';
import { length } from '../params.ts';
import { lobbyOf } from '../trial/lobby-of.ts';
import { shiftsOf } from '../trial/shifts-of.ts';

const params = z
  .object({ times: z.array(length).min(1), capacity: z.array(z.int().min(0).max(200)).min(1), period: length, until: length })
  .refine(
    ({ times, capacity, period }) =>
      times.length === capacity.length && times.at(-1) === period && times.every((time, at) => at === 0 || time > times[at - 1]!),
    {
      path: ['times'],
      message: 'one rising time for each capacity, the last of them the period',
    },
  );

/** A capacity that changes by a schedule, cycle after cycle: the roster's timeline, a cycle laid on a day. */
export const traceSchedule = answererOf('trace-schedule', params, ({ times, capacity, period, until }) => {
  const unitMs = dayMs / period;
  const numbers = [[0, capacity.at(-1)!], ...times.slice(0, -1).map((time, at) => [time, capacity[at]!] as const)] as const;
  if (numbers.some(([from]) => (from * unitMs) % 60_000 !== 0))
    return { reason: 'times do not fall on whole minutes of a day that stands for the period' };
  const { model, plan } = lobbyOf({
    classes: [{ share: 1, work: { family: 'constant', ms: 1000 }, tier: 0 }],
    calling: { id: 'fcfs', options: {} },
    counters: Math.max(1, ...capacity),
    opens: '00:00',
    closes: '24:00',
    stepMinutes: 60,
    expected: [1],
    shifts: shiftsOf(numbers as readonly (readonly [number, number])[], period, (at) => clockOfMs(at * unitMs)),
  });
  const { changes } = timelineOf(model.branch, plan);
  const at = (ms: number): number =>
    changes.reduce((sum, change) => sum + (change.kind === 'number' && change.atMs <= ms ? change.delta : 0), 0);
  const cycles = Math.ceil(until / period);
  const changeTimes = Array.from({ length: cycles }, (_, cycle) => numbers.map(([from]) => cycle * period + from))
    .flat()
    .filter((time) => time < until);
  return {
    exact: { changeTimes, capacity: changeTimes.map((time) => at(Math.round((time % period) * unitMs))) },
    exactBy: 'engine',
  };
});
