import { modeAt } from '../lobby/ability.ts';
import { catalogueOf } from '../lobby/branch/catalogue.ts';
import type { Service } from '../lobby/branch/service.ts';
import type { Customer } from './customer.ts';
import { FlexRule } from './elastic-rule.ts';
import type { Hall } from './hall.ts';
import type { ServicePoint } from './service-point.ts';
import { Entity } from './simjs-loader.ts';
import type { StaffMember } from './staff-member.ts';
import { canServe } from './station-for.ts';

/** Everybody whom closing concerns. */
interface Everybody {
  readonly points: readonly ServicePoint[];
  readonly people: readonly StaffMember[];
  readonly customers: ReadonlyMap<string, Customer>;
}

/** From closing time on: who is only there for those who wait goes when nobody needs them (Y18). */
export class Closing extends Entity {
  declare private hall: Hall;
  declare private everybody: Everybody;

  start(hall: Hall, everybody: Everybody): void {
    this.hall = hall;
    this.everybody = everybody;
    const { agenda, closesMs } = hall.setting;
    agenda.goThroughAfter(closesMs);
    agenda.inEachPass('helpers-go', () => this.sendHome());
  }

  private sendHome(): void {
    if (!this.hall.closing) return;
    const { agenda, lobby } = this.hall.setting;
    const before = lobby.journal.length;
    for (const point of this.everybody.points) {
      const { attendant } = point;
      if (
        attendant instanceof FlexRule &&
        point.state.status === 'ready' &&
        !this.isNeeded(point, (service) => gives(point, service))
      )
        attendant.close();
      const member = this.everybody.people.find((one) => one.point === point);
      if (member) this.sendMemberHome(member, point);
    }
    // Who has taken a station of those that were closed may call at once.
    if (lobby.journal.slice(before).some(({ type }) => type === 'station-opened')) agenda.goThroughAfter(0);
  }

  private sendMemberHome(member: StaffMember, point: ServicePoint): void {
    if (!member.isIdle) return;
    if (this.isNeeded(point, (service) => canServe(member.person, point.declared, service))) return;
    if (member.dues!.letGoAfterClosing()) member.leave();
  }

  /** Somebody waits in a line that this station calls from, may fail at a device, or has a later need, that is served there. */
  private isNeeded(point: ServicePoint, serves: (service: Service) => boolean): boolean {
    if (!this.isAnybodyAtWork()) return false;
    const { lines, services, stations } = catalogueOf(this.hall.branch);
    for (const ticket of this.hall.state.tickets.values()) {
      if (ticket.status === 'no-show') continue;
      const present = services.get(ticket.needs[ticket.current]!.service)!;
      const atDevice = ticket.station !== null && stations.get(ticket.station)!.kind === 'device';
      const inReach = ticket.status === 'waiting' && lines.get(ticket.place!.line)!.kinds.includes(point.declared.kind);
      if ((atDevice || inReach || ticket.status === 'parked') && serves(present)) return true;
      const later = this.everybody.customers.get(ticket.id)!.laterServices();
      if (later.some((id) => serves(services.get(id)!))) return true;
    }
    return false;
  }

  private isAnybodyAtWork(): boolean {
    const { customers, people, points } = this.everybody;
    if ([...customers.values()].some(({ isAway }) => isAway)) return true;
    return people.some((member) => member.isAtWork) || points.some((point) => point.isWorking);
  }
}

const gives = ({ declared }: ServicePoint, service: Service): boolean =>
  (declared.services?.includes(service.id) ?? true) && modeAt(service, declared.kind) !== undefined;
