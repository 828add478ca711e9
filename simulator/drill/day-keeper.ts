import type { Plan } from '../lobby/branch/plan.ts';
import { dayMs, msOfClock } from '../workload/clock.ts';
import type { Span } from '../workload/opening.ts';
import { type Hall, theDay } from './hall.ts';
import { type ServicePoint, selfAttended } from './service-point.ts';
import { Entity } from './simjs-loader.ts';

/** The day as the drill writes it: its date, its opening hours and its plan. */
export interface DayOfDrill {
  readonly date: string;
  readonly plan: Plan;
  readonly hours: Span;
}

/** Opens the day, keeps the appointment book, closes the day. */
export class DayKeeper extends Entity {
  declare private hall: Hall;
  declare private today: DayOfDrill;
  declare private points: readonly ServicePoint[];

  start(hall: Hall, points: readonly ServicePoint[], today: DayOfDrill, opensMs: number): void {
    this.points = points;
    this.hall = hall;
    this.today = today;
    const { agenda, tape } = hall.setting;
    agenda.after(
      opensMs,
      'day-opens',
      () => [],
      () => this.open(),
    );
    const { graceMs } = hall.branch.rules.appointments;
    tape.bookings.forEach(({ slotMs, visit }, at) => {
      if (visit >= 0) return;
      agenda.after(
        slotMs + graceMs,
        'customers-come',
        () => [0, at],
        () => {
          hall.press(theDay, { type: 'miss-appointment', appointment: `b${at}` });
        },
      );
    });
  }

  private open(): void {
    const { hall } = this;
    const { date, hours, plan } = this.today;
    const { midnightAt, tape } = hall.setting;
    const startsAt = midnightAt + Math.min(msOfClock(hall.branch.dayRollsAt), hall.nowMs);
    hall.press(theDay, { type: 'configure', config: hall.branch });
    hall.press(theDay, { type: 'adopt-plan', plan });
    hall.press(theDay, {
      type: 'open-day',
      date,
      startsAt,
      endsAt: startsAt + 2 * dayMs,
      hours: [{ from: midnightAt + hours.fromMs, to: midnightAt + hours.toMs }],
    });
    for (const [at, { segment, service, slotMs }] of tape.bookings.entries()) {
      hall.press(theDay, {
        type: 'book',
        appointment: `b${at}`,
        slotAt: midnightAt + slotMs,
        needs: [{ service: hall.branch.services[service]!.id }],
        segment: hall.branch.segments[segment]!.code,
        prepared: false,
      });
    }
    for (const point of this.points.filter(({ isDevice }) => isDevice)) {
      hall.press(theDay, { type: 'open', station: point.station, staff: [] });
      point.attendant = selfAttended(point.station);
    }
  }
}
