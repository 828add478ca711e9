import { compareRanks } from './agenda.ts';
import type { DueBreak, Dues } from './dues.ts';
import type { Hall } from './hall.ts';
import type { StaffMember } from './staff-member.ts';

/** 班组: interchangeable people (or one declared person) whose number on the roster rises and falls. */
export class Crew {
  /** In the order of the branch. */
  readonly members: readonly StaffMember[];
  readonly dues: Dues;
  private readonly hall: Hall;
  /** Members who come today; the others are only counted. */
  private readonly comes: ReadonlySet<StaffMember>;

  constructor(hall: Hall, dues: Dues, members: readonly StaffMember[], comes: ReadonlySet<StaffMember>) {
    this.hall = hall;
    this.dues = dues;
    this.members = members;
    this.comes = comes;
  }

  /** [Y3] First those stay who were still to leave, then the first absent members come. */
  rise(count: number): void {
    const stay = this.dues.stay(count);
    const coming = this.members.filter(({ at }) => !this.dues.counted.has(at)).slice(0, count - stay);
    for (const member of coming) {
      this.dues.counted.add(member.at);
      if (this.comes.has(member)) member.come(this.dues);
    }
  }

  /** [Y2] [Y7] Those who did not come go first, then who is awaited, then who stands by, then the idle; the rest is owed. */
  fall(count: number): void {
    let left = count;
    const present = new Set([...this.comes].map(({ at }) => at));
    for (const at of [...this.dues.counted].filter((one) => !present.has(one)).slice(0, left)) {
      this.dues.counted.delete(at);
      left -= 1;
    }
    for (const member of this.members) {
      if (left === 0 || !member.isLetOff(this.dues)) continue;
      this.dues.counted.delete(member.at);
      left -= 1;
    }
    const stays = this.hall.closing && !this.greets;
    for (const member of [...this.standingBy(), ...(stays ? [] : this.idle())].slice(0, left)) {
      member.leave();
      left -= 1;
    }
    this.dues.owe(left, stays);
  }

  /** [Y8] */
  breakDue(count: number, due: DueBreak): void {
    const idle = this.idle().slice(0, count);
    for (const member of idle) member.takeBreak(due);
    // Breaks of those who stand by, or rest already, or did not come, are nobody else's.
    const atWork = this.members.filter((member) => this.isMine(member) && !member.standsBy && !member.onBreak).length;
    for (let owed = Math.min(count - idle.length, atWork); owed > 0; owed--) this.dues.oweBreak(due);
  }

  /** At no station, in no team and beside nobody, in the order of the branch. */
  standingBy(): StaffMember[] {
    return this.members.filter((member) => this.isMine(member) && member.standsBy && !member.isHeld && !member.assists);
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
    return this.dues.station < 0 && this.members.some(({ person }) => person.role === 'greeter');
  }

  private isMine(member: StaffMember): boolean {
    return member.isPresent && member.dues === this.dues;
  }
}
