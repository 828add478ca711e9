import { branchSchema } from '../../lobby/branch/branch.ts';
import { type Plan, planSchema } from '../../lobby/branch/plan.ts';
import { type Model, modelSchema } from '../../workload/model.ts';

const named = (en: string) => ({ zh: en, en });
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const serviceOf = (at: number): string => `service-${at}`;

/** A network as a branch: each of its stations a service with its own line, counters and tellers. Needs follow each other as the tape says. */
export function networkLobby(servers: readonly number[]): { model: Model; plan: Plan } {
  const branch = branchSchema.parse({
    v: 1,
    id: 'reference-network',
    names: named('Reference network'),
    zone: 'Asia/Shanghai',
    hours: [{ days: everyDay, from: '00:00', to: '24:00' }],
    services: servers.map((_, at) => ({
      id: serviceOf(at),
      names: named(serviceOf(at)),
      series: 'A',
      modes: [{ at: 'counter', team: [{ role: 'teller' }] }],
    })),
    segments: [{ code: 'all', names: named('All'), tier: 0 }],
    zones: [{ id: 'hall', names: named('Hall') }],
    lines: servers.map((_, at) => ({
      id: `line-${at}`,
      names: named(`line-${at}`),
      zone: 'hall',
      kinds: ['counter'],
      services: [serviceOf(at)],
    })),
    stations: servers.flatMap((count, at) =>
      Array.from({ length: count }, (_, n) => ({
        id: `C${at}-${n}`,
        kind: 'counter',
        names: named(`C${at}-${n}`),
        label: `${at}.${n}`,
        zone: 'hall',
        services: [serviceOf(at)],
      })),
    ),
    rules: { calling: { id: 'fcfs' }, greeting: { id: 'by-need' } },
  });
  const model = modelSchema.parse({
    v: 1,
    id: 'reference-network',
    branch,
    // the tape is drawn here, so the model's own arrivals and work are never asked
    arrivals: [
      {
        id: 'day',
        days: everyDay,
        from: '00:00',
        stepMinutes: 60,
        expected: [1],
        mix: [{ service: serviceOf(0), segment: 'all', share: 1 }],
      },
    ],
    work: [{ distribution: { family: 'constant', ms: 1 } }],
  });
  const roster = servers.map((count, at) => ({ role: 'teller', skills: [serviceOf(at)], count, from: '00:00', to: '24:00' }));
  return { model, plan: planSchema.parse({ v: 1, id: 'reference-network', roster }) };
}
