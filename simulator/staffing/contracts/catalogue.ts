import { hourMs, minuteMs, msOfClock } from '../../workload/clock.ts';
import type { BreakWindow, ShiftType } from '../roster/day-problem.ts';
import type { Contract } from './contracts.ts';

/** The part of the day a roster is made for, in steps. */
export interface DaySpan {
  readonly fromMs: number;
  readonly stepMs: number;
  readonly steps: number;
}

/** A shift of a contract: where in the day it is worked. */
export interface CatalogueShift extends ShiftType {
  readonly contract: Contract;
  /** Pieces of work in steps, breaks inside; two for a split shift. */
  readonly pieces: readonly { readonly from: number; readonly to: number }[];
}

/** Shifts of a day beyond which a solver is helped more by fewer starts than by more choice. */
const mostShifts = 4000;

/** A contract that allows no shift at all in the day; the message says why. */
export interface Unusable {
  readonly contract: string;
  readonly why: string;
}

/** Every shift that a contract allows within the day, in `group`. */
export function shiftsOf(contract: Contract, group: number, span: DaySpan): CatalogueShift[] | Unusable {
  const { id, kind } = contract;
  const step = (ms: number): number => Math.round(ms / span.stepMs);
  const shifts: CatalogueShift[] = [];
  const first = Math.max(0, step(clockMs(contract.startsFrom, span.fromMs) - span.fromMs));
  const last = Math.min(span.steps - 1, step(clockMs(contract.startsTo, span.fromMs + span.steps * span.stepMs) - span.fromMs));
  const every = Math.max(1, step(contract.everyMinutes * minuteMs));
  for (const hours of contract.hours) {
    const length = step(hours * hourMs);
    if (length < 1) continue;
    for (let start = first; start <= last; start += every) {
      for (const pieces of piecesOf(contract, start, length, step)) {
        if (pieces.at(-1)!.to > span.steps) continue;
        const shift = shiftOf(contract, group, span, pieces, `${id}.${shifts.length + 1}`);
        if (shift !== null) shifts.push(shift);
      }
    }
  }
  if (shifts.length === 0)
    return {
      contract: id,
      why: `none of its ${kind} shifts of ${contract.hours.join(' or ')} h fits between the hours of the branch and its starts`,
    };
  return shifts.length <= mostShifts ? shifts : shifts.filter((_, at) => at % Math.ceil(shifts.length / mostShifts) === 0);
}

const clockMs = (clock: string | undefined, otherwise: number): number => (clock === undefined ? otherwise : msOfClock(clock));

/** One piece of work, or two with a gap between them, the length being that of the work. */
function piecesOf(
  contract: Contract,
  start: number,
  length: number,
  step: (ms: number) => number,
): (readonly { readonly from: number; readonly to: number }[])[] {
  if (contract.gapHours === undefined) return [[{ from: start, to: start + length }]];
  const half = Math.ceil(length / 2);
  // an uneven cut is worth having too: 2 + 4 h as well as 3 + 3 h
  const cuts = [...new Set([half, Math.max(1, half - step(hourMs)), Math.min(length - 1, half + step(hourMs))])].filter(
    (cut) => cut >= 1 && cut < length,
  );
  return contract.gapHours.flatMap((hours) =>
    cuts.map((cut) => [
      { from: start, to: start + cut },
      { from: start + cut + step(hours * hourMs), to: start + length + step(hours * hourMs) },
    ]),
  );
}

function shiftOf(
  contract: Contract,
  group: number,
  span: DaySpan,
  pieces: CatalogueShift['pieces'],
  id: string,
): CatalogueShift | null {
  const { stepMs, steps, fromMs } = span;
  const begin = pieces[0]!.from;
  const end = pieces.at(-1)!.to;
  const windows: BreakWindow[] = [];
  let unpaid = 0;
  for (const rule of contract.breaks) {
    const length = Math.max(1, Math.round((rule.minutes * minuteMs) / stepMs));
    const soonest = begin + Math.ceil((rule.afterHours * hourMs) / stepMs);
    const latest = end - length - Math.ceil((rule.beforeEndHours * hourMs) / stepMs);
    const earliest = Math.max(
      soonest,
      rule.from === undefined ? 0 : Math.ceil((msOfClock(rule.from) - fromMs) / stepMs),
      windows.at(-1) === undefined ? 0 : windows.at(-1)!.latest + windows.at(-1)!.length,
    );
    const last = Math.min(latest, rule.to === undefined ? steps : Math.floor((msOfClock(rule.to) - fromMs) / stepMs));
    if (earliest > last) {
      // no break fits where it must: the shift needs none when it lies clear of the hours of the break, else it is not allowed
      const clear = rule.from !== undefined && rule.to !== undefined && (latest < earliest || soonest > last);
      if (!clear) return null;
      continue;
    }
    windows.push({ length, earliest, latest: last });
    if (!rule.paid) unpaid += length;
  }
  const worked = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const paid = worked - unpaid;
  const paidHours = (paid * stepMs) / hourMs;
  const onCall = contract.kind === 'on-call';
  return {
    id,
    contract,
    kind: contract.kind,
    group,
    pieces,
    cover: Array.from({ length: steps }, (_, at) => (pieces.some(({ from, to }) => from <= at && at < to) ? 1 : 0)),
    breaks: windows,
    cost: contract.costPerShift + (onCall ? 0 : contract.costPerHour * paidHours),
    paid,
    ...(onCall ? { callCost: (contract.costPerCallHour ?? contract.costPerHour) * paidHours } : {}),
  };
}
