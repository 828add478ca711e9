import type { ProgramBuilder, Term } from '../milp/program.ts';
import type { ShiftType } from './day-problem.ts';

/** Breaks that may stand for one another: the same group, place in the day (first, second …) and length. */
export interface BreakFamily {
  readonly group: number;
  readonly ordinal: number;
  readonly length: number;
  /** Positions of the shifts that have such a break. */
  readonly members: readonly number[];
  /** Windows by member: steps in which it may begin, both included. */
  readonly windows: readonly { readonly earliest: number; readonly latest: number }[];
}

export interface FamilyColumns {
  readonly family: BreakFamily;
  /** How many such breaks begin in each step. */
  readonly taken: readonly { readonly at: number; readonly column: number }[];
}

export function breakFamilies(shifts: readonly ShiftType[]): BreakFamily[] {
  const byKey = new Map<
    string,
    { group: number; ordinal: number; length: number; members: number[]; windows: { earliest: number; latest: number }[] }
  >();
  shifts.forEach((shift, at) => {
    shift.breaks.forEach(({ length, earliest, latest }, ordinal) => {
      const key = `${shift.group} ${ordinal} ${length}`;
      const family = byKey.get(key) ?? { group: shift.group, ordinal, length, members: [], windows: [] };
      byKey.set(key, family);
      family.members.push(at);
      family.windows.push({ earliest, latest });
    });
  });
  return [...byKey.values()];
}

/**
 * Columns for how many breaks begin when, and the rows that make them divisible among the shifts: for every stretch of steps, at
 * least as many breaks begin in it as there are people whose window lies within it (Hall's condition; with no window strictly
 * inside another, stretches from the first step and to the last one are enough).
 */
export function placeBreaks(builder: ProgramBuilder, family: BreakFamily, worked: readonly number[], prefix = ''): FamilyColumns {
  const { windows, members } = family;
  const label = `${prefix}break ${family.group}.${family.ordinal}.${family.length}`;
  const first = Math.min(...windows.map(({ earliest }) => earliest));
  const last = Math.max(...windows.map(({ latest }) => latest));
  const allowed = (at: number): boolean => windows.some(({ earliest, latest }) => earliest <= at && at <= latest);
  const taken = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter(allowed)
    .map((at) => ({ at, column: builder.column(`${label} at ${at}`, 0) }));
  const people = (from: number, to: number): Term[] =>
    members.flatMap((member, m): Term[] =>
      windows[m]!.earliest >= from && windows[m]!.latest <= to ? [[worked[member]!, -1]] : [],
    );
  const begun = (from: number, to: number): Term[] =>
    taken.filter(({ at }) => at >= from && at <= to).map(({ column }): Term => [column, 1]);
  builder.row(`${label} all`, 0, 0, [...begun(first, last), ...people(first, last)]);
  for (const [from, to] of stretches(windows, first, last)) {
    const inside = people(from, to);
    if (inside.length > 0) builder.atLeast(`${label} from ${from} to ${to}`, 0, [...begun(from, to), ...inside]);
  }
  return { family, taken };
}

function stretches(windows: BreakFamily['windows'], first: number, last: number): (readonly [number, number])[] {
  const starts = [...new Set(windows.map(({ earliest }) => earliest))];
  const ends = [...new Set(windows.map(({ latest }) => latest))];
  const nested = windows.some((outer) => windows.some((inner) => outer.earliest < inner.earliest && inner.latest < outer.latest));
  if (!nested)
    return [
      ...ends.filter((end) => end < last).map((end) => [first, end] as const),
      ...starts.filter((start) => start > first).map((start) => [start, last] as const),
    ];
  return starts.flatMap((start) =>
    ends.filter((end) => end >= start && !(start === first && end === last)).map((end) => [start, end] as const),
  );
}

/** By shift, ordinal and person: the step at which that break of theirs begins. `counts`: people by shift; `taken`: breaks by column. */
export function breakBegins(
  families: readonly FamilyColumns[],
  counts: readonly number[],
  taken: (column: number) => number,
): number[][][] {
  const begins = counts.map((): number[][] => []);
  for (const { family, taken: columns } of families) {
    const given = shareOutBreaks(
      family,
      family.members.map((member) => counts[member]!),
      columns.map(({ at, column }) => ({ at, count: taken(column) })),
    );
    family.members.forEach((member, m) => {
      begins[member]![family.ordinal] = given[m]!;
    });
  }
  return begins;
}

/**
 * Gives the breaks taken to the people who work: the earliest break to the window that ends first. `counts`: people by member;
 * `begins`: how many breaks begin in each step. Answers, by member, the steps at which its people's breaks begin.
 */
function shareOutBreaks(
  family: BreakFamily,
  counts: readonly number[],
  begins: readonly { readonly at: number; readonly count: number }[],
): number[][] {
  const given: number[][] = counts.map(() => []);
  for (const { at, count } of [...begins].sort((a, b) => a.at - b.at)) {
    for (let one = 0; one < count; one++) {
      let best = -1;
      counts.forEach((people, m) => {
        const { earliest, latest } = family.windows[m]!;
        if (given[m]!.length >= people || earliest > at || latest < at) return;
        if (best < 0 || latest < family.windows[best]!.latest) best = m;
      });
      if (best < 0) throw new Error(`a break at step ${at} belongs to nobody: the program's rows are wrong`);
      given[best]!.push(at);
    }
  }
  return given;
}
