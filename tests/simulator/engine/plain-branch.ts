import { branchSchema } from '../../../simulator/lobby/branch/branch.ts';
import { type Plan, planSchema } from '../../../simulator/lobby/branch/plan.ts';

const name = (en: string) => ({ zh: en, en });

/** A branch with one kind of work, `counters` counters and lines by tier. */
export function plainBranch(
  counters: number,
  lines: readonly { id: string; tier: number; segments: string[] }[],
  calling: string,
  closes = '24:00',
) {
  return branchSchema.parse({
    v: 1,
    id: 'test',
    names: name('test'),
    zone: 'Asia/Shanghai',
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: closes }],
    services: ['short', 'long'].map((id, at) => ({
      id,
      names: name(id),
      series: 'AB'[at],
      modes: [{ at: 'counter', team: [{ role: 'teller' }] }],
    })),
    segments: lines.flatMap((line) => line.segments.map((code) => ({ code, names: name(code), tier: line.tier }))),
    zones: [{ id: 'hall', names: name('hall') }],
    lines: lines.map((line) => ({
      id: line.id,
      names: name(line.id),
      zone: 'hall',
      kinds: ['counter'],
      segments: line.segments,
      tier: line.tier,
    })),
    stations: Array.from({ length: counters }, (_, at) => ({
      id: `C${at + 1}`,
      kind: 'counter',
      names: name(`C${at + 1}`),
      label: `${at + 1}`,
      zone: 'hall',
    })),
    rules: { calling: { id: calling }, greeting: { id: 'by-need' } },
  });
}

export const tellers = (count: number, from = '00:00', to = '24:00', id = 'plan'): Plan =>
  planSchema.parse({ v: 1, id, roster: [{ role: 'teller', count, from, to }] });
