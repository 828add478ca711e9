import { compareRanks } from './agenda.ts';
import type { Hall } from './hall.ts';
import type { DueBreak, StaffMember } from './staff-member.ts';

/** 班组: interchangeable people (or one declared person) whose number on the roster rises and falls. */
export class Crew {
  /** Position of the station their shift names; -1: none. */
  readonly station: number;
  /** In the order of the branch. */
  readonly members: readonly StaffMember[];
  private readonly hall: Hall;
  /** Members who come today; the others are only counted. */
  private readonly comes: ReadonlySet<StaffMember>;
  /** On the roster now, whether they came or not. */
  private readonly counted = new Set<StaffMember>();
  private toLeave = 0;
  private toLeaveAfterClosing = 0;
  private readonly breaks: DueBreak[] = [];

  constructor(hall: Hall, station: number, members: readonly StaffMember[], comes: ReadonlySet<StaffMember>) {
    this.hall = hall;
    this.station = station;
    this.members = members;
    this.comes = comes;
  }

  /** [Y3] First those stay who were still to leave, then the first absent members come. */
  async rise(count: number): Promise<void> {
    const stay = Math.min(count, this.toLeave + this.toLeaveAfterClosing);
    const fromDay = Math.min(stay, this.toLeave);
    this.toLeave -= fromDay;
    this.toLeaveAfterClosing -= stay - fromDay;
    const coming = this.members.filter((member) => !this.counted.has(member)).slice(0, count - stay);
    for (const member of coming) {
      this.counted.add(member);
      if (this.comes.has(member)) await member.arrive(this);
    }
  }

  /** [Y2] [Y7] Those who did not come go first, then who stands by, then the idle; the rest is owed. */
  async fall(count: number): Promise<void> {
    let left = count;
    for (const member of [...this.counted].filter((one) => !this.comes.has(one)).slice(0, left)) {
      this.counted.delete(member);
      left -= 1;
    }
    const stays = this.hall.closing && !this.greets;
    for (const member of [...this.standingBy(), ...(stays ? [] : this.idle())].slice(0, left)) {
      await member.leave();
      left -= 1;
    }
    if (stays) this.toLeaveAfterClosing += left;
    else this.toLeave += left;
  }

  /** [Y8] */
  async breakDue(count: number, due: DueBreak): Promise<void> {
    const idle = this.idle().slice(0, count);
    for (const member of idle) await member.takeBreak(due);
    // Breaks of those who stand by, or rest already, or did not come, are nobody else's.
    const atWork = this.members.filter((member) => this.isMine(member) && !member.standsBy && !member.onBreak).length;
    for (let owed = Math.min(count - idle.length, atWork); owed > 0; owed--) this.breaks.push(due);
  }

  /** At no station and in no team, in the order of the branch. */
  standingBy(): StaffMember[] {
    return this.members.filter((member) => this.isMine(member) && member.standsBy && !member.isHeld);
  }

  /** Longest idle first, then in the order of their stations. */
  private idle(): StaffMember[] {
    return this.members
      .filter((member) => this.isMine(member) && member.isIdle)
      .map((member) => ({ member, rank: [member.idleSince, member.point?.at ?? 1000 + member.at] }))
      .sort((a, b) => compareRanks(a.rank, b.rank))
      .map(({ member }) => member);
  }

  /** Greeters who work no station serve nobody: they do not stay for those who wait. */
  private get greets(): boolean {
    return this.station < 0 && this.members.some(({ person }) => person.role === 'greeter');
  }

  private isMine(member: StaffMember): boolean {
    return member.isPresent && member.crew === this;
  }

  /** Somebody of this crew is still to leave or to take a break. */
  get owes(): boolean {
    return this.toLeave > 0 || this.breaks.length > 0;
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

  left(member: StaffMember): void {
    this.counted.delete(member);
  }

  hasBreak(): boolean {
    return this.breaks.length > 0;
  }

  nextBreak(): DueBreak {
    return this.breaks.shift()!;
  }
}
