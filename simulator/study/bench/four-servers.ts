import { planSchema } from '../../lobby/branch/plan.ts';
import { modelSchema } from '../../workload/model.ts';
import { type BenchModel, everyDay, named } from './bench-model.ts';

const dayMs = 86_400_000;
const arrivalsPerUnit = 3.6;
/** More than are counted, so that chance never leaves too few. */
const spare = 1.01;
const steps = 1440;

/**
 * Model A: M/M/4 at a load of .9, one run of so many customers from an empty lobby. The unit, the mean service time, is as long as it takes to
 * fit the run into one day: 308 ms for a million customers, so whole ms round a wait by less than .002 units.
 */
export function fourServers(customers: number): BenchModel {
  const unitMs = (dayMs * arrivalsPerUnit) / (customers * spare);
  const model = modelSchema.parse({
    v: 1,
    id: 'four-servers',
    branch: {
      v: 1,
      id: 'four-servers',
      names: named('M/M/4'),
      zone: 'Asia/Shanghai',
      hours: [{ days: everyDay, from: '00:00', to: '24:00' }],
      services: [{ id: 'work', names: named('Work'), series: 'A', modes: [{ at: 'counter', team: [{ role: 'teller' }] }] }],
      segments: [{ code: 'all', names: named('All'), tier: 5 }],
      zones: [{ id: 'hall', names: named('Hall') }],
      lines: [{ id: 'line', names: named('Line'), zone: 'hall', kinds: ['counter'] }],
      stations: [1, 2, 3, 4].map((n) => ({ id: `C${n}`, kind: 'counter', names: named(`C${n}`), label: `${n}`, zone: 'hall' })),
      rules: { calling: { id: 'fcfs' }, greeting: { id: 'by-need' } },
    },
    arrivals: [
      {
        id: 'run',
        days: everyDay,
        from: '00:00',
        stepMinutes: 1,
        expected: new Array<number>(steps).fill((customers * spare) / steps),
        mix: [{ service: 'work', segment: 'all', share: 1 }],
      },
    ],
    work: [{ distribution: { family: 'exponential', meanMs: unitMs } }],
  });
  const plan = planSchema.parse({ v: 1, id: 'four', roster: [{ role: 'teller', count: 4, from: '00:00', to: '24:00' }] });
  return { model, plan, unitMs, customers };
}
