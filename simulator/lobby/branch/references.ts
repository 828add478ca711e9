import type { z } from 'zod';
import type { branchShape } from './branch-shape.ts';

type Draft = z.core.output<typeof branchShape>;

/** Every name a branch uses must be declared, and declared once: the error says which, where and what exists. */
export function checkReferences(branch: Draft, ctx: z.core.$RefinementCtx<Draft>): void {
  const complain = (path: (string | number)[], message: string): void => {
    ctx.addIssue({ code: 'custom', path, message });
  };
  const known = (what: string, values: readonly string[]) => {
    const all = new Set(values);
    return (value: string | undefined, path: (string | number)[]): void => {
      if (value !== undefined && !all.has(value)) complain(path, `unknown ${what} "${value}"; declared: ${[...all].join(', ')}`);
    };
  };
  const unique = (list: string, values: readonly string[]): void => {
    values.forEach((value, at) => {
      if (values.indexOf(value) !== at) complain([list, at], `"${value}" is declared twice in ${list}`);
    });
  };

  const ids = <T extends { id: string }>(list: readonly T[]): string[] => list.map((item) => item.id);
  unique('services', ids(branch.services));
  unique(
    'segments',
    branch.segments.map((segment) => segment.code),
  );
  unique(
    'traits',
    branch.traits.map((trait) => trait.code),
  );
  unique('zones', ids(branch.zones));
  unique('lines', ids(branch.lines));
  unique('stations', ids(branch.stations));
  unique('staff', ids(branch.staff));

  const service = known('service', ids(branch.services));
  const segment = known(
    'segment',
    branch.segments.map((item) => item.code),
  );
  const zone = known('zone', ids(branch.zones));
  const station = known('station', ids(branch.stations));
  const line = known('line', ids(branch.lines));

  branch.traits.forEach((item, at) => {
    segment(item.segment, ['traits', at, 'segment']);
  });
  branch.lines.forEach((item, at) => {
    zone(item.zone, ['lines', at, 'zone']);
    item.services?.forEach((id, n) => {
      service(id, ['lines', at, 'services', n]);
    });
    item.segments?.forEach((code, n) => {
      segment(code, ['lines', at, 'segments', n]);
    });
  });
  branch.stations.forEach((item, at) => {
    zone(item.zone, ['stations', at, 'zone']);
    item.services?.forEach((id, n) => {
      service(id, ['stations', at, 'services', n]);
    });
  });
  branch.rules.elastic.forEach((rule, at) => {
    station(rule.station, ['rules', 'elastic', at, 'station']);
    rule.lines?.forEach((id, n) => {
      line(id, ['rules', 'elastic', at, 'lines', n]);
    });
    if (rule.closeAtWaiting >= rule.openAtWaiting) {
      complain(
        ['rules', 'elastic', at, 'closeAtWaiting'],
        `must be below openAtWaiting (${rule.openAtWaiting}), or the station would flap`,
      );
    }
  });
}
