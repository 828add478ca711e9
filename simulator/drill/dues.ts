/** A break that is due, ms after midnight. */
export interface DueBreak {
  readonly from: number;
  readonly to: number;
  readonly shiftEndMs: number;
}

/** What the roster still asks of a crew: who is counted, who is still to leave, breaks still to be taken. Nobody by name. */
export class Dues {
  /** Position of the station their shift names; -1: none. */
  readonly station: number;
  /** On the roster now, whether they came or not, by position in the branch. */
  readonly counted = new Set<number>();
  private toLeave = 0;
  private toLeaveAfterClosing = 0;
  /** Still to be taken, or lapsed; the first due first. */
  readonly breaks: DueBreak[] = [];

  constructor(station: number) {
    this.station = station;
  }

  /** Somebody is still to leave or to take a break. */
  get owes(): boolean {
    return this.toLeave > 0 || this.breaks.length > 0;
  }

  owe(count: number, afterClosing: boolean): void {
    if (afterClosing) this.toLeaveAfterClosing += count;
    else this.toLeave += count;
  }

  /** [Y3] So many of those still to leave stay after all, at most `count`. */
  stay(count: number): number {
    const stay = Math.min(count, this.toLeave + this.toLeaveAfterClosing);
    const fromDay = Math.min(stay, this.toLeave);
    this.toLeave -= fromDay;
    this.toLeaveAfterClosing -= stay - fromDay;
    return stay;
  }

  /** One of those still to leave goes now: false where nobody is. */
  letGo(): boolean {
    if (this.toLeave === 0) return false;
    this.toLeave -= 1;
    return true;
  }

  /** [Y18] One of those due to leave at or after closing time. */
  letGoAfterClosing(): boolean {
    if (this.toLeaveAfterClosing === 0) return false;
    this.toLeaveAfterClosing -= 1;
    return true;
  }

  oweBreak(due: DueBreak): void {
    this.breaks.push(due);
  }

  /** [Y8] Those whose shift is over lapse now that somebody would take them. */
  hasBreak(nowMs: number): boolean {
    while (this.breaks.length > 0 && this.breaks[0]!.shiftEndMs <= nowMs) this.breaks.shift();
    return this.breaks.length > 0;
  }

  nextBreak(): DueBreak {
    return this.breaks.shift()!;
  }
}
