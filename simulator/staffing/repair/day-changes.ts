import type { Names } from '../../lobby/branch/names.ts';
import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import { clockOfMs, hourMs, minuteMs, msOfClock } from '../../workload/clock.ts';
import type { Contracts } from '../contracts/contracts.ts';
import type { StaffGrid } from '../grid.ts';

/** Something that can be asked of somebody for the rest of the day. */
export interface DayChange {
  readonly what: Names;
  /** Extra wages. */
  readonly cost: number;
  /** What it costs that somebody is asked at all: so that as little as possible is changed. */
  readonly bother: number;
  /** Whose shift it changes, one change each; or whom of a contract it calls in, of whom there are `most`. */
  readonly subject: string;
  /** The shift it takes the place of, for one person; null: somebody who was not at work today. */
  readonly replaces: Shift | null;
  readonly by: readonly Shift[];
  /** People it can be asked of. */
  readonly most: number;
  /** People it adds to each half hour, by group of people with the same skills: [group × steps + step]. */
  readonly adds: Int32Array;
}

/** Time that somebody needs to come in. */
const noticeMs = hourMs;
const longestExtensionMs = 2 * hourMs;
/** Bother in hours of wages: moving a break, staying longer, coming in on a day off. */
const bothers = { move: 0.25, stay: 0.5, come: 2 } as const;

/** People of shifts by group and half hour. */
export type CountPeople = (roster: readonly Shift[]) => Int32Array;
type Gain = (before: Shift | null, after: readonly Shift[]) => Int32Array;

/** All that can be asked for the rest of the day: breaks moved, shifts made longer, people called in by their contracts. */
export function changesOf(plan: Plan, contracts: Contracts, nowMs: number, grid: StaffGrid, count: CountPeople): DayChange[] {
  /** By how much the half hours gain when some shifts take the place of one. */
  const gain: Gain = (before, after) => {
    const now = count(before === null ? [] : [{ ...before, count: 1 }]);
    return count(after.map((shift) => ({ ...shift, count: 1 }))).map((one, at) => one - now[at]!);
  };
  return [
    ...plan.roster.flatMap((shift, at) => [
      ...moves(shift, at, nowMs, grid, contracts, gain),
      ...longer(shift, at, nowMs, grid, contracts, gain),
    ]),
    ...calls(contracts, nowMs, grid, gain),
  ];
}

const wageOf = (contracts: Contracts, shift: Shift): number =>
  contracts.contracts.find(({ role }) => role === shift.role)?.costPerHour ?? 0;
const nameOf = ({ person, role }: Shift): string => person ?? role;

function moves(shift: Shift, at: number, nowMs: number, grid: StaffGrid, contracts: Contracts, gain: Gain): DayChange[] {
  return shift.breaks.flatMap((rest, b) => {
    const fromMs = msOfClock(rest.from);
    const lengthMs = msOfClock(rest.to) - fromMs;
    if (fromMs < nowMs) return [];
    const first = Math.max(nowMs, msOfClock(shift.from) + hourMs);
    const starts = Array.from({ length: grid.steps }, (_, step) => grid.fromMs + step * grid.stepMs).filter(
      (ms) => ms >= first && ms + lengthMs <= msOfClock(shift.to) - hourMs && Math.abs(ms - fromMs) <= 2 * hourMs && ms !== fromMs,
    );
    return starts.map((ms): DayChange => {
      const moved = { from: clockOfMs(ms), to: clockOfMs(ms + lengthMs) };
      const by = [{ ...shift, count: 1, breaks: shift.breaks.with(b, moved).sort((a, c) => a.from.localeCompare(c.from)) }];
      return {
        what: {
          zh: `${nameOf(shift)}（${shift.from}–${shift.to}）的休息从 ${rest.from} 改到 ${moved.from}`,
          en: `${nameOf(shift)} ${shift.from}–${shift.to}: break from ${rest.from} to ${moved.from}`,
        },
        cost: 0,
        bother: bothers.move * wageOf(contracts, shift),
        subject: String(at),
        replaces: shift,
        by,
        most: shift.count,
        adds: gain(shift, by),
      };
    });
  });
}

function longer(shift: Shift, at: number, nowMs: number, grid: StaffGrid, contracts: Contracts, gain: Gain): DayChange[] {
  const endMs = msOfClock(shift.to);
  if (endMs <= nowMs) return [];
  const wage = wageOf(contracts, shift);
  const extensions = Array.from({ length: longestExtensionMs / grid.stepMs }, (_, one) => (one + 1) * grid.stepMs);
  return extensions
    .filter((ms) => endMs + ms <= grid.toMs)
    .map((ms): DayChange => {
      const to = clockOfMs(endMs + ms);
      const by = [{ ...shift, count: 1, to }];
      return {
        what: {
          zh: `${nameOf(shift)}（${shift.from}–${shift.to}）延长到 ${to}`,
          en: `${nameOf(shift)} ${shift.from}–${shift.to}: stay until ${to}`,
        },
        cost: (ms / hourMs) * wage * contracts.week.overtimeFactor,
        bother: bothers.stay * wage,
        subject: String(at),
        replaces: shift,
        by,
        most: shift.count,
        adds: gain(shift, by),
      };
    });
}

/** People of contracts without a fixed day who can be there after a notice. */
function calls(contracts: Contracts, nowMs: number, grid: StaffGrid, gain: Gain): DayChange[] {
  return contracts.contracts
    .filter(({ kind, role }) => kind !== 'full-time' && kind !== 'split' && grid.roles.includes(role))
    .flatMap((contract) =>
      contract.hours.flatMap((hours) =>
        Array.from({ length: grid.steps }, (_, step) => grid.fromMs + step * grid.stepMs)
          .filter((ms) => ms >= nowMs + noticeMs && ms + hours * hourMs <= grid.toMs + minuteMs)
          .map((ms): DayChange => {
            const by: Shift[] = [
              {
                role: contract.role,
                ...(contract.skills ? { skills: contract.skills } : {}),
                count: 1,
                from: clockOfMs(ms),
                to: clockOfMs(ms + hours * hourMs),
                breaks: [],
              },
            ];
            return {
              what: {
                zh: `叫来一名${contract.id} ${by[0]!.from}–${by[0]!.to}`,
                en: `call in one ${contract.id} for ${by[0]!.from}–${by[0]!.to}`,
              },
              cost: contract.costPerShift + (contract.costPerCallHour ?? contract.costPerHour) * hours,
              bother: bothers.come * contract.costPerHour,
              subject: `contract ${contract.id}`,
              replaces: null,
              by,
              most: contract.most ?? 2,
              adds: gain(null, by),
            };
          }),
      ),
    );
}
