import { z } from 'zod';
import { makeOutcome } from '../../../engine/results/outcome.ts';
import { minuteMs } from '../../../workload/clock.ts';
import { recordedTape } from '../../../workload/recorded.ts';
import { answererOf } from '../../answer.ts';
import { length, servers } from '../../params.ts';
import { kernelOf } from '../../trial/kernel-of.ts';
import { lobbyOf } from '../../trial/lobby-of.ts';

/** Arrivals of a class. */
const most = 10_000;

const params = z.object({ arrivals: z.string(), service: length, servers, until: length });

/**
 * A day without chance: a customer of class 0 and one of class 1 at each of the times 1, 2, …, every service the same. SPEC O1 lets
 * ends, then arrivals happen, and only then is anybody called: of the two answers it is the one where arrivals come first.
 */
export const tracePriorityDay = answererOf('trace-priority-day', params, ({ arrivals, service, servers, until }) => {
  const last = /one customer of class 0 and one of class 1 at each of the times 1, 2, \.\.\., (\d+); class 0 is entered first/.exec(
    arrivals,
  );
  if (!last) return { reason: `arrivals "${arrivals}" cannot be read` };
  if (until > 1400) return { reason: `until ${until} does not fit into the minutes of a day` };
  const count = Number(last[1]);
  if (count > most) return { reason: `${2 * count} customers; a day of at most ${2 * most} is traced` };
  const tape = recordedTape(
    Array.from({ length: 2 * count }, (_, at) => ({
      arrivalMs: (1 + Math.floor(at / 2)) * minuteMs,
      service: 0,
      segment: at % 2,
      workMs: service * minuteMs,
      patienceMs: Number.POSITIVE_INFINITY,
    })),
  );
  const underRule = (id: string) => {
    const { model, plan } = lobbyOf({
      classes: [0, 1].map((tier) => ({ share: 0.5, work: { family: 'constant', ms: service * minuteMs }, tier })),
      calling: { id, options: {} },
      counters: servers,
      opens: '00:00',
      closes: '24:00',
      stepMinutes: 60,
      expected: [1],
      shifts: [['00:00', '24:00', servers]],
    });
    const outcome = makeOutcome();
    kernelOf(model, plan).kernel.run(tape, outcome);
    const totalWaitByClass = [0, 0];
    const servedByClass = [0, 0];
    for (let visit = 0; visit < tape.visits; visit++) {
      const endMs = tape.arrivalMs[visit]! + outcome.waitMs[visit]! + tape.workMs[visit]!;
      if (endMs >= until * minuteMs) continue;
      totalWaitByClass[tape.segment[visit]!]! += outcome.waitMs[visit]! / minuteMs;
      servedByClass[tape.segment[visit]!]!++;
    }
    return { totalWaitByClass, servedByClass };
  };
  return {
    exact: { priority: { arrivalsFirst: underRule('strict-priority') }, fifo: underRule('fcfs') },
    exactBy: 'engine',
    described: ['priority.departuresFirst'],
  };
});
