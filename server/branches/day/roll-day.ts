import type { Command, CommandOf } from '../../../simulator/lobby/command/command.ts';
import { assisting, heldStaff, stationOf } from '../../../simulator/lobby/held-staff.ts';
import type { LobbyState } from '../../../simulator/lobby/state.ts';
import { businessDayAt } from './business-day.ts';

/**
 * The day to open. Where the branch has moved its roll time to a later one, the date that the clock gives is over already:
 * the next one then begins early, so that no hour is without a day.
 */
function nextDay({ config, day }: LobbyState, nowMs: number): CommandOf<'open-day'> {
  const { branch } = config!;
  const now = businessDayAt(branch, nowMs);
  if (day === null || now.date > day.date) return now;
  const next = businessDayAt(branch, now.endsAt);
  const hours = now.hours.filter(({ to }) => to > nowMs).map(({ from, to }) => ({ from: Math.max(from, nowMs), to }));
  return { ...next, startsAt: nowMs, hours: [...hours, ...next.hours] };
}

/** True when the system has to open or roll the business day before anything else happens. */
export const mustRoll = ({ config, day }: LobbyState, nowMs: number): boolean =>
  config !== null && (day === null || !day.open || nowMs >= day.endsAt);

/**
 * What the system does at the roll of a business day, step by step on the state each step leads to: the old day ends, its
 * appointments nobody came for are missed, idle stations close and free staff go home; the new day opens, with its devices.
 * So every day starts clean and its journal can be read alone; a service under way is carried.
 */
export function* rollDay(state: () => LobbyState, nowMs: number): Generator<Command> {
  const ended = state().day;
  if (ended?.open) yield { type: 'close-day' };
  if (ended !== null) {
    for (const { id, status, slotAt } of state().appointments.values()) {
      if (status === 'booked' && slotAt < ended.endsAt) yield { type: 'miss-appointment', appointment: id };
    }
    for (const { id, status } of state().stations.values()) {
      if (status !== 'closed' && status !== 'busy') yield { type: 'close', station: id };
    }
    for (const person of state().staff.keys()) {
      const now = state();
      if (!heldStaff(now).has(person) && assisting(now, person) === 0 && stationOf(now, person) === null)
        yield { type: 'staff-leave', person };
    }
  }
  yield nextDay(state(), nowMs);
  for (const { id, kind } of state().config!.branch.stations) {
    if (kind === 'device' && state().stations.get(id)?.status === 'closed') yield { type: 'open', station: id, staff: [] };
  }
}
