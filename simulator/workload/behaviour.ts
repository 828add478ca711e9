import type { Role } from '../lobby/branch/service.ts';
import type { Absence } from './behaviour-shape.ts';
import type { Distribution } from './distributions/distribution.ts';
import { makeDistribution } from './distributions/table.ts';
import type { Model } from './model.ts';
import { Stream } from './streams.ts';
import { type Turnaround, turnaroundFor } from './turnaround.ts';

/** What a run needs of a model beside the tape: limits and shares that meet a decision, and what is drawn for each person and day. */
export interface Behaviour {
  readonly turnaroundFor: (role: Role, person: string | undefined) => Turnaround | null;
  readonly recallAfterMs: number;
  readonly triage: { readonly waitLimitMs: number; readonly obeyShare: number } | null;
  readonly balking: {
    readonly onLength: readonly { atLeast: number; share: number }[];
    readonly onQuote: readonly { atLeastMs: number; share: number }[];
  } | null;
  readonly absences: Readonly<Record<Role, AbsenceRule | null>>;
  readonly attendance: Readonly<Partial<Record<Role, readonly { readonly count: number; readonly share: number }[]>>>;
}

/** How often somebody steps away, and for how long. */
export interface AbsenceRule {
  readonly perHour: number;
  readonly clusterMean: number;
  readonly clusterGapMs: number;
  readonly length: Distribution;
}

const byRole = <T>(make: (role: Role) => T): Record<Role, T> => ({
  teller: make('teller'),
  advisor: make('advisor'),
  greeter: make('greeter'),
});

/** Nobody does anything beside coming, waiting and being served. */
export const plainBehaviour: Behaviour = {
  turnaroundFor: () => null,
  recallAfterMs: 20_000,
  triage: null,
  balking: null,
  absences: byRole(() => null),
  attendance: {},
};

export function behaviourOf(model: Model): Behaviour {
  return {
    turnaroundFor: (role, person) => turnaroundFor(model.turnaround, role, person),
    recallAfterMs: model.answers?.recallAfterMs ?? plainBehaviour.recallAfterMs,
    triage: model.triage ? { waitLimitMs: model.triage.waitLimitMs, obeyShare: model.triage.obeyShare } : null,
    balking: model.balking ?? null,
    absences: byRole((role) => absenceRule(model.absences.find((one) => (one.role ?? role) === role))),
    attendance: Object.fromEntries(model.attendance.map(({ role, counts }) => [role, counts])),
  };
}

function absenceRule(entry: Absence | undefined): AbsenceRule | null {
  if (entry === undefined) return null;
  const { perHour, clusterMean, clusterGapMs, distribution } = entry;
  return { perHour, clusterMean, clusterGapMs, length: makeDistribution(distribution) };
}

const stream = new Stream();

/** How many of a role come on a day (SPEC Y2); Infinity: everybody. */
export function attendanceOn({ attendance }: Behaviour, role: Role, seed: number, day: number): number {
  const counts = attendance[role];
  if (counts === undefined) return Number.POSITIVE_INFINITY;
  const u = stream.start(seed, day, 'attendance', roleAt[role]).uniform();
  let below = 0;
  for (const { count, share } of counts) {
    below += share;
    if (u < below) return count;
  }
  return counts.at(-1)!.count;
}

const roleAt: Record<Role, number> = { teller: 0, advisor: 1, greeter: 2 };

/** The share put off at a level: that of the last entry reached (SPEC Y10). */
export function balkShare(entries: readonly { readonly share: number }[], reached: (at: number) => boolean): number {
  let share = 0;
  for (let at = 0; at < entries.length && reached(at); at++) share = entries[at]!.share;
  return share;
}
