import { makeOutcome } from '../../engine/results/outcome.ts';
import { makeTape } from '../../workload/tape.ts';
import { kernelOf } from './kernel-of.ts';
import { lobbyOf } from './lobby-of.ts';
import type { Trial } from './measure.ts';
import { type Draw, renewalTape } from './renewal-tape.ts';
import { tallyWindow } from './tally-window.ts';

/** Days of the first few customers of a queue, from an empty lobby; `draws` in ms, all customers within 24 h. */
export function firstCustomers(servers: number, draws: { gap: Draw; work: Draw }, customers: number, seed: number): Trial {
  const { model, plan } = lobbyOf({
    // the tape is drawn here, so the model's own arrivals and work are never asked
    classes: [{ share: 1, work: { family: 'constant', ms: 1 }, tier: 0 }],
    calling: { id: 'fcfs', options: {} },
    counters: servers,
    opens: '00:00',
    closes: '24:00',
    stepMinutes: 60,
    expected: [1],
    shifts: [['00:00', '24:00', servers]],
  });
  const { kernel } = kernelOf(model, plan);
  const tape = makeTape(0);
  const outcome = makeOutcome();
  return {
    classes: 1,
    sums: 1,
    customersPerDay: customers,
    run(day, into) {
      renewalTape(draws, { visits: customers, untilMs: Number.POSITIVE_INFINITY }, { seed, day }, tape);
      kernel.run(tape, outcome);
      tallyWindow(tape, outcome, { fromMs: 0, toMs: Number.POSITIVE_INFINITY, targetMs: Number.NaN }, into);
    },
  };
}
