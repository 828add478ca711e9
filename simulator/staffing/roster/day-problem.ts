/** Which contract a shift belongs to. `on-call` is called in only when a day turns out busy. */
export const shiftKinds = ['full-time', 'part-time', 'split', 'flex', 'on-call'] as const;
export type ShiftKind = (typeof shiftKinds)[number];

/** A break of so many steps that begins between two steps, both included. */
export interface BreakWindow {
  readonly length: number;
  readonly earliest: number;
  readonly latest: number;
}

/** A way to work a day, which several people may choose. */
export interface ShiftType {
  readonly id: string;
  readonly kind: ShiftKind;
  /** Position of the group that works it. */
  readonly group: number;
  /** At work in each step, breaks with a window left out of account; between 0 and 1 where only some of those who work it are. */
  readonly cover: readonly number[];
  readonly breaks: readonly BreakWindow[];
  readonly cost: number;
  /** Steps paid for. */
  readonly paid: number;
  /** Cost when called in; of a shift on call only. */
  readonly callCost?: number | undefined;
  readonly most?: number | undefined;
}

/** People who are alike: the same skills. */
export interface Group {
  readonly id: string;
  /** Positions of the skills they have; one at a time is used. */
  readonly skills: readonly number[];
  readonly most?: number | undefined;
  /** What a step without customers is worth, in back-office work that would cost as much otherwise; none when absent. */
  readonly idleCredit?: number | undefined;
  /** How many may do such work at a time. */
  readonly idleMost?: number | undefined;
}

/** People needed by skill and step; a scenario has its own. */
export interface Scenario {
  readonly weight: number;
  /** Nobody on call is called in it. */
  readonly noCalls?: boolean | undefined;
  /** [skill][step] */
  readonly need: readonly (readonly number[])[];
}

/** What a rule counts: people, or the steps they are paid for. */
interface Counted {
  readonly of: 'people' | 'paid-steps';
  readonly kinds?: readonly ShiftKind[] | undefined;
  readonly groups?: readonly number[] | undefined;
}

/** A rule over the whole day, by the name that people know it by. */
export type DayRule =
  | { readonly is: 'limit'; readonly name: string; readonly count: Counted; readonly least?: number; readonly most?: number }
  /** At most a share of all that is counted without the kinds. */
  | { readonly is: 'share'; readonly name: string; readonly count: Counted; readonly most: number }
  /** So many of a kind at work in each of the steps: opening and closing duties, a full-timer always there. */
  | {
      readonly is: 'present';
      readonly name: string;
      readonly count: Counted;
      readonly from: number;
      readonly to: number;
      readonly least?: number;
      readonly most?: number;
    };

/** Of the first person missing in a step, and of each further one. */
export interface MissingPrice {
  readonly first: number;
  readonly further: number;
}

/** One day by shifts. */
export interface DayProblem {
  readonly steps: number;
  readonly skills: readonly string[];
  readonly groups: readonly Group[];
  readonly shifts: readonly ShiftType[];
  readonly scenarios: readonly Scenario[];
  readonly rules: readonly DayRule[];
  /** Price of one missing person for one step, by skill, or by skill and step; all needs are rules when absent. */
  readonly missing?: readonly (number | readonly MissingPrice[])[] | undefined;
  /** Further rows over the people at work: cuts that simulation asked for. */
  readonly cuts: readonly Cut[];
  /** Of each of these at least one must be so: what simulation proved by trying the opposite. */
  readonly either?: readonly Either[] | undefined;
}

/** Σ factor × people able to do a skill who are at work in a step ≥ least. */
export interface Cut {
  readonly name: string;
  readonly terms: readonly { readonly skill: number; readonly step: number; readonly factor: number }[];
  readonly least: number;
}

/** At least one holds: so many people able to do a skill are at work in a step. */
export interface Either {
  readonly name: string;
  readonly options: readonly { readonly skill: number; readonly step: number; readonly least: number }[];
}
