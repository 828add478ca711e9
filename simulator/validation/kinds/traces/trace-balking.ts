import { z } from 'zod';
import { fates, makeOutcome } from '../../../engine/results/outcome.ts';
import { minuteMs } from '../../../workload/clock.ts';
import { recordedTape } from '../../../workload/recorded.ts';
import { answererOf } from '../../answer.ts';
import { length, servers } from '../../params.ts';
import { kernelOf } from '../../trial/kernel-of.ts';
import { lobbyOf } from '../../trial/lobby-of.ts';

const params = z.object({
  interarrival: length,
  firstArrival: z.number().min(0),
  service: length,
  servers,
  joinsIf: z.string(),
  until: length,
});

/** Regular arrivals who join only while there is room: a day without chance, a unit a minute. */
export const traceBalking = answererOf('trace-balking', params, (day) => {
  const room = Number(/^fewer than (\d+) in the system$/.exec(day.joinsIf)?.[1]);
  if (!(room >= day.servers))
    return { reason: `joinsIf "${day.joinsIf}" is not "fewer than N in the system" with N at least the servers` };
  const count = Math.floor((day.until - day.firstArrival) / day.interarrival) + 1;
  if (day.until > 1400 || count > 100_000) return { reason: 'does not fit into the minutes of a day' };
  const tape = recordedTape(
    Array.from({ length: Math.max(0, count) }, (_, at) => ({
      arrivalMs: (day.firstArrival + at * day.interarrival) * minuteMs,
      service: 0,
      segment: 0,
      workMs: day.service * minuteMs,
      patienceMs: Number.POSITIVE_INFINITY,
    })),
  );
  // the least of uniforms: whoever may be put off is
  tape.balk = new Float64Array(tape.visits);
  const { model, plan } = lobbyOf({
    classes: [{ share: 1, work: { family: 'constant', ms: day.service * minuteMs }, tier: 0 }],
    calling: { id: 'fcfs', options: {} },
    counters: day.servers,
    opens: '00:00',
    closes: '24:00',
    stepMinutes: 60,
    expected: [1],
    shifts: [['00:00', '24:00', day.servers]],
    balking: { onLength: [{ atLeast: room - day.servers, share: 1 }] },
  });
  const outcome = makeOutcome();
  kernelOf(model, plan).kernel.run(tape, outcome);
  const visits = Array.from({ length: tape.visits }, (_, visit) => {
    const arrival = tape.arrivalMs[visit]! / minuteMs;
    const wait = outcome.waitMs[visit]! / minuteMs;
    return { fate: outcome.fate[visit], arrival, wait, start: arrival + wait, end: arrival + wait + day.service };
  });
  return {
    exact: {
      served: visits
        .filter(({ fate, end }) => fate === fates.served && end < day.until)
        .map(({ arrival, wait, start, end }) => ({ arrival, wait, start, end })),
      balkedAt: visits.filter(({ fate, arrival }) => fate === fates.left && arrival < day.until).map(({ arrival }) => arrival),
    },
    exactBy: 'engine',
  };
});
