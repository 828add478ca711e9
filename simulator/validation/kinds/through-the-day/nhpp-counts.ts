import { z } from 'zod';
import { cyclicMeanCounts } from '../../../theory/staffing/cyclic-counts.ts';
import { commonStep } from '../../../theory/through-the-day/common-step.ts';
import { drawArrivals } from '../../../workload/arrivals.ts';
import { Stream } from '../../../workload/streams.ts';
import { answererOf } from '../../answer.ts';
import { length, rateOrNone } from '../../params.ts';
import { measure, type Trial } from '../../trial/measure.ts';

const params = z
  .object({ rates: z.array(rateOrNone).min(1), ends: z.array(length).min(1), cycle: length, until: length })
  .refine(
    ({ rates, ends, cycle }) =>
      rates.length === ends.length && ends.at(-1) === cycle && ends.every((end, at) => at === 0 || end > ends[at - 1]!),
    {
      path: ['ends'],
      message: 'one rising end for each rate, the last of them the end of the cycle',
    },
  );

/** Arrivals of a run; of more the counts are known anyway. */
const most = 1e6;
/** A step of the process, in ms: what the workload draws is rounded down to whole ones, which no count notices. */
const stepMs = 3_600_000;

/** Counts of a Poisson process whose rate changes: the integral, and what the workload draws. */
export const nhppCounts = answererOf('nhpp-counts', params, ({ rates, ends, cycle, until }, { effort }) => {
  const exact = { meanCounts: cyclicMeanCounts(rates, ends, cycle, until) };
  const step = commonStep([...ends, until]);
  const steps = Math.round(until / step);
  if (steps > 100_000) return { exact, notSimulated: 'more than 100000 steps of equal length' };
  const kinds = Array.from({ length: steps }, (_, at) => ends.findIndex((end) => ((at + 0.5) * step) % cycle < end));
  const expected = Float64Array.from(kinds, (kind) => rates[kind]! * step);
  if (exact.meanCounts.reduce((sum, one) => sum + one, 0) > most) return { exact, notSimulated: `more than ${most} arrivals` };
  const rate = { fromMs: 0, stepMs, expected, total: expected.reduce((sum, one) => sum + one, 0) };
  const stream = new Stream();
  let times = new Float64Array(Math.ceil(2 * rate.total + 100));
  const trial: Trial = {
    classes: 0,
    sums: rates.length,
    customersPerDay: rate.total,
    run(day, { sums }) {
      const draw = (): number => drawArrivals(rate, 1, stream.start(effort.seed, day, 'arrivals'), times);
      let count = draw();
      if (count > times.length) {
        times = new Float64Array(2 * count);
        count = draw();
      }
      for (let at = 0; at < count; at++) sums[kinds[Math.floor(times[at]! / stepMs)]!]!++;
    },
  };
  return {
    exact,
    ...measure(
      trial,
      {
        meanCounts: rates.map(
          (_, k) =>
            ({ sums, days }) =>
              sums[k]! / days,
        ),
      },
      effort,
    ),
  };
});
