import { breakEndsAt } from '../lobby/staff/due.ts';
import { absencesOf } from '../workload/absence-draws.ts';
import { TurnaroundDraws } from '../workload/turnaround.ts';
import type { Alarm } from './agenda.ts';
import type { DueBreak, Dues } from './dues.ts';
import type { Hall } from './hall.ts';
import { Presence } from './presence.ts';
import type { Attendant, Helper, ServicePoint } from './service-point.ts';
import { stationFor } from './station-for.ts';

/** 柜员、理财经理、大堂经理: comes, works a station or stands by, takes breaks, goes. */
export class StaffMember extends Presence implements Attendant, Helper {
  /** [Y3] Of crews on whose roster they are already, while they are still here for another: the first comes first. */
  private awaited: Dues[] = [];
  private readonly turnarounds = new TurnaroundDraws();
  private turningAround = false;
  /** Length of the absence that begins when they are free; null: none. */
  owedAbsenceMs: number | null = null;
  private absences: Alarm[] = [];

  start(hall: Hall, at: number, points: readonly ServicePoint[]): void {
    this.isAt(hall, at, points);
    const { seed, day } = hall.setting.tape;
    this.turnarounds.start(seed, day, at);
  }

  /** [Y3] Comes, or will come when they have left what they are here for. */
  come(dues: Dues): void {
    if (this.dues === null) this.arrive(dues);
    else this.awaited.push(dues);
  }

  /** [Y7] Is not awaited any more: false where they were not. */
  isLetOff(dues: Dues): boolean {
    const at = this.awaited.indexOf(dues);
    if (at >= 0) this.awaited.splice(at, 1);
    return at >= 0;
  }

  /** [Y6] */
  private arrive(dues: Dues): void {
    this.dues = dues;
    this.owedAbsenceMs = null;
    this.hall.press(this.by, { type: 'staff-join', person: this.personId });
    this.expectAbsences();
    this.findStation();
  }

  findStation(): void {
    if (this.greets || this.isHeld) return;
    const point = stationFor(this.hall, this.points, this.person, this.dues!.station);
    if (point !== null) this.take(point);
  }

  take(point: ServicePoint): void {
    this.hall.press(this.by, { type: 'open', station: point.station, staff: [this.personId] });
    point.attendant = this;
  }

  leave(): void {
    const point = this.point;
    this.hall.press(this.by, { type: 'staff-leave', person: this.personId });
    for (const alarm of this.absences) alarm.cancel();
    this.dues!.counted.delete(this.at);
    this.dues = null;
    if (point !== null) point.attendant = null;
    const next = this.awaited.shift();
    if (next !== undefined) this.arrive(next);
    point?.closed();
  }

  /** [Y15] */
  served(): void {
    const turnaround = this.hall.setting.behaviour.turnaroundFor(this.person.role, this.personId);
    const ms = turnaround === null ? 0 : this.turnarounds.next(turnaround, this.point!.isWanted);
    if (ms === 0) {
      this.free();
      return;
    }
    this.turningAround = true;
    this.hall.setting.agenda.after(
      ms,
      'turnarounds-end',
      () => [this.point!.at],
      () => {
        this.turningAround = false;
        return this.free();
      },
    );
  }

  /** Ready, or going. */
  free(): void {
    if (this.goes()) return;
    const point = this.point;
    if (point?.state.status === 'wrap-up') this.hall.press(this.by, { type: 'ready', station: point.station });
  }

  /** Out of a team, a triage, a break or an absence: goes where that is due. */
  setFree(rested?: 'rested'): void {
    if (this.goes(rested)) return;
    if (this.standsBy) this.findStation();
  }

  /** Leaving comes before a break, a break before an absence. Who has just rested does not rest again for another. */
  private goes(rested?: 'rested'): boolean {
    if (this.isHeld || this.onBreak || this.triaging || this.turningAround || this.assists) return false;
    const dues = this.dues!;
    if (dues.letGo() || (this.standsBy && dues.letGoAfterClosing())) this.leave();
    else if (rested === undefined && !this.standsBy && dues.hasBreak(this.hall.nowMs)) this.takeBreak(dues.nextBreak());
    else if (this.owedAbsenceMs !== null && this.point !== null) this.stepAway(this.owedAbsenceMs);
    else return false;
    return true;
  }

  /** [Y8] It keeps its length, within the shift. */
  takeBreak(due: DueBreak): void {
    const { agenda } = this.hall.setting;
    this.hall.press(this.by, { type: 'break-start', person: this.personId });
    const { nowMs } = this.hall;
    agenda.after(
      breakEndsAt(due, nowMs, due.shiftEndMs) - nowMs,
      'pauses-end',
      () => [0, this.point?.at ?? 1000 + this.at],
      () => {
        this.hall.press(this.by, { type: 'break-end', person: this.personId });
        this.setFree('rested');
      },
    );
  }

  /** [Y21] Drawn for the whole day; those that begin while this person is here concern them. */
  private expectAbsences(): void {
    const { agenda, behaviour, tape } = this.hall.setting;
    const rule = behaviour.absences[this.person.role];
    if (rule === null) return;
    const { nowMs } = this.hall;
    this.absences = absencesOf(rule, tape.seed, tape.day, this.at)
      .filter(({ atMs }) => atMs >= nowMs)
      .map(({ atMs, lengthMs }) =>
        agenda.after(
          atMs - nowMs,
          'people-go',
          () => [1, this.at],
          () => this.calledAway(lengthMs),
        ),
      );
  }

  /** [Y21] An absence begins, or is put off, or is skipped. */
  private calledAway(ms: number): void {
    const point = this.point;
    if (point === null || this.onBreak || point.state.status === 'paused') return;
    if (this.isIdle) this.stepAway(ms);
    else this.owedAbsenceMs = ms;
  }

  private stepAway(ms: number): void {
    const point = this.point!;
    this.owedAbsenceMs = null;
    this.hall.press(this.by, { type: 'pause', station: point.station, reason: 'back-office' });
    this.hall.setting.agenda.after(
      ms,
      'pauses-end',
      () => [1, point.at],
      () => {
        this.hall.press(this.by, { type: 'unpause', station: point.station });
        this.setFree();
      },
    );
  }
}
