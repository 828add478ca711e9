import type { Shift } from '../../lobby/branch/plan.ts';
import { roles } from '../../lobby/branch/service.ts';
import { msOfClock } from '../../workload/clock.ts';
import type { Piece, RosterRow } from '../charts/roster-gantt.ts';
import { roleNames } from './role-names.ts';

const piece = ({ from, to }: { readonly from: string; readonly to: string }): Piece => ({
  fromMs: msOfClock(from),
  toMs: msOfClock(to),
});

/**
 * The rows of a roster's chart, role by role: a person's pieces in one row under their badge, interchangeable staff as one row a
 * shift with its head-count. `badge` gives the label of a declared person.
 */
export function rosterRows(shifts: readonly Shift[], badge: (person: string) => string = (person) => person): readonly RosterRow[] {
  const rows = new Map<string, { readonly shifts: Shift[] }>();
  shifts.forEach((shift, at) => {
    const key = shift.person === undefined ? `shift ${at}` : `person ${shift.role} ${shift.person}`;
    const row = rows.get(key) ?? { shifts: [] };
    row.shifts.push(shift);
    rows.set(key, row);
  });
  return [...rows.values()]
    .map(({ shifts: own }): RosterRow => {
      const { person, role, count } = own[0]!;
      return {
        name: person === undefined ? roleNames[role].one : badge(person),
        role: roleNames[role].all,
        count,
        pieces: own.map(piece).sort((a, b) => a.fromMs - b.fromMs),
        breaks: own.flatMap(({ breaks }) => breaks.map(piece)).sort((a, b) => a.fromMs - b.fromMs),
      };
    })
    .sort((a, b) => rank(a) - rank(b) || a.pieces[0]!.fromMs - b.pieces[0]!.fromMs);
}

const rank = ({ role }: RosterRow): number => roles.findIndex((one) => roleNames[one].all === role);
