import { sum } from 'd3';
import type { Shift } from '../../lobby/branch/plan.ts';
import type { Role } from '../../lobby/branch/service.ts';
import { msOfClock } from '../../workload/clock.ts';
import type { HeadCountSpan } from '../charts/staffing-steps.ts';

/** Staff of a role at work from change to change, those on a break left out. */
export function headCounts(shifts: readonly Shift[], role: Role): readonly HeadCountSpan[] {
  const own = shifts
    .filter((shift) => shift.role === role)
    .map(({ count, from, to, breaks }) => ({ count, spans: [{ from, to }, ...breaks].map(msOf) }));
  const edges = [...new Set(own.flatMap(({ spans }) => spans.flatMap(({ fromMs, toMs }) => [fromMs, toMs])))].sort((a, b) => a - b);
  const within = (ms: number) => (span: { readonly fromMs: number; readonly toMs: number }) => span.fromMs <= ms && ms < span.toMs;
  return edges.slice(1).map((toMs, before) => {
    const fromMs = edges[before]!;
    const here = within(fromMs);
    const count = sum(own, ({ count, spans: [work, ...breaks] }) => (here(work!) && !breaks.some(here) ? count : 0));
    return { fromMs, toMs, count };
  });
}

const msOf = ({ from, to }: { readonly from: string; readonly to: string }) => ({ fromMs: msOfClock(from), toMs: msOfClock(to) });

/** What is required of a role, from the rows of a recommendation. */
export const requiredSpans = (
  requirement: readonly { readonly role: Role; readonly from: string; readonly to: string; readonly count: number }[],
  role: Role,
): readonly HeadCountSpan[] => {
  // skills of a role together: a chart shows its people
  const own = requirement.filter((row) => row.role === role);
  const spans = [...new Map(own.map((row) => [row.from, row])).values()];
  return spans.map((row) => ({ ...msOf(row), count: sum(own, (one) => (one.from === row.from ? one.count : 0)) }));
};
