import type { SimRequest } from '../../simulator/drill/simjs.d.ts';
import { Entity } from '../../simulator/drill/simjs-loader.ts';
import type { Station } from '../../simulator/lobby/branch/place.ts';
import { stationOf } from '../../simulator/lobby/held-staff.ts';
import { selectCall } from '../../simulator/lobby/select-call.ts';
import type { StationState, Ticket } from '../../simulator/lobby/state.ts';
import { crewOf, isFlex } from './can-work.ts';
import type { Floor, Next } from './floor.ts';
import { Service } from './service.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
/** A refused button is tried again after this. */
const againMs = 5 * secondMs;

/**
 * 柜员、理财经理, or the user of a device: looks at the station after every event and does what its situation asks for, after the time
 * that people take. Knows only what it sees, so others may act there at any moment; a station that real people work is left to them.
 */
export class Attendant extends Entity {
  declare private floor: Floor;
  declare private station: Station;
  declare private service: Service;
  private situation = '';
  private timer: SimRequest | null = null;
  private turnaroundUntilMs = 0;
  private rest: 'back-office' | 'break' | null = null;
  private paused = false;
  private openings = 0;
  private refusals = 0;
  private stopped = false;

  start(floor: Floor, station: Station): void {
    this.floor = floor;
    this.station = station;
    this.service = new Service(floor, station);
  }

  look(): void {
    const state = this.floor.buttons.state.stations.get(this.station.id);
    if (this.stopped || state === undefined) return;
    const situation = this.situationOf(state);
    if (situation === this.situation) return;
    if (state.status === 'ready' && /^(busy|wrap-up)/.test(this.situation)) this.isDone(this.situation.startsWith('busy'));
    this.situation = situation;
    this.timer?.cancel();
    const next = this.nextIn(state);
    this.timer = next === null ? null : this.setTimer(next.afterMs).done(() => void this.do(next));
  }

  /** Leaves the station as it is. */
  stop(): void {
    this.stopped = true;
    this.timer?.cancel();
  }

  private async do(next: Next): Promise<void> {
    const accepted = await next.act();
    this.refusals = accepted ? 0 : this.refusals + 1;
    if (accepted || this.stopped) return;
    // Somebody else was faster, or it was not to be: look again in a while.
    this.timer?.cancel();
    this.timer = this.setTimer(againMs * this.refusals).done(() => {
      this.situation = '';
      this.look();
    });
  }

  private situationOf({ id, status, ticket: at }: StationState): string {
    if (this.floor.real.have(id)) return 'real';
    const ticket = this.ticket(at);
    if (ticket !== null) return `${status} ${at} ${ticket.status} ${ticket.current} ${ticket.calls}`;
    if (status === 'ready' && this.rest === null) return `ready ${this.isWanted() ? 'wanted' : 'idle'}`;
    return status;
  }

  private ticket(id: string | null): Ticket | null {
    return id === null ? null : (this.floor.buttons.state.tickets.get(id) ?? null);
  }

  private isWanted(): boolean {
    const { buttons, clock } = this.floor;
    return (
      this.service.parkedHere() !== null ||
      (buttons.state.tally.waiting > 0 && selectCall(buttons.state, this.station.id, clock()) !== null)
    );
  }

  /** A customer has gone: the turnaround, and now and then a pause. */
  private isDone(fresh: boolean): void {
    if (this.station.kind === 'device') return;
    const { chance } = this.floor;
    if (fresh) this.turnaroundUntilMs = this.time() + chance.about(25 * secondMs);
    if (chance.happens(0.04)) this.rest = 'back-office';
    else if (chance.happens(0.015)) this.rest = 'break';
  }

  private nextIn(state: StationState): Next | null {
    const { chance } = this.floor;
    const { id } = this.station;
    if (this.situation === 'real') return null;
    switch (state.status) {
      case 'closed':
        return isFlex(this.floor.branch, id) ? null : this.opening();
      case 'ready':
        if (this.rest !== null) return { afterMs: 0, act: () => this.goAway(this.rest!) };
        if (this.situation !== 'ready wanted') return null;
        return { afterMs: Math.max(chance.about(2 * secondMs), this.turnaroundUntilMs - this.time()), act: () => this.call() };
      case 'busy': {
        const ticket = this.ticket(state.ticket);
        return ticket === null ? null : this.service.next(ticket, this.refusals);
      }
      case 'wrap-up':
        return { afterMs: chance.about(25 * secondMs), act: () => this.press('ready') };
      case 'paused':
        return { afterMs: chance.between(minuteMs, 4 * minuteMs), act: () => this.comeBack(state) };
    }
  }

  private press(type: 'call-next' | 'ready' | 'unpause'): Promise<boolean> {
    return this.floor.buttons.press({ type, station: this.station.id });
  }

  private async call(): Promise<boolean> {
    const parked = this.service.parkedHere();
    if (parked === null) return this.press('call-next');
    this.service.forget(parked);
    return this.floor.buttons.press({ type: 'resume', station: this.station.id, ticket: parked });
  }

  /** One after the other in the morning; after somebody real has closed it, it stays closed for a while. */
  private opening(): Next {
    const { branch, buttons, chance } = this.floor;
    const first = this.openings++ === 0;
    return {
      afterMs: first ? chance.between(0, 30 * secondMs) : chance.between(8 * minuteMs, 15 * minuteMs),
      act: () => {
        const person = crewOf(branch).get(this.station.id)?.id;
        const free = person !== undefined && stationOf(buttons.state, person) === null;
        return buttons.press({ type: 'open', station: this.station.id, staff: free ? [person] : [] });
      },
    };
  }

  private async goAway(reason: 'back-office' | 'break'): Promise<boolean> {
    const { buttons } = this.floor;
    const [person] = buttons.state.stations.get(this.station.id)!.staff;
    this.rest = null;
    this.paused = true;
    return reason === 'break' && person !== undefined
      ? buttons.press({ type: 'break-start', person })
      : buttons.press({ type: 'pause', station: this.station.id, reason: 'back-office' });
  }

  /** From the pause that the drill has begun; another one is somebody's intention. */
  private async comeBack({ pauseReason, staff: [person] }: StationState): Promise<boolean> {
    if (!this.paused) return true;
    this.paused = false;
    return pauseReason === 'break' && person !== undefined
      ? this.floor.buttons.press({ type: 'break-end', person })
      : this.press('unpause');
  }
}
