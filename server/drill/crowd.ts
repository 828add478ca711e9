import type { SimRequest } from '../../simulator/drill/simjs.d.ts';
import { Entity } from '../../simulator/drill/simjs-loader.ts';
import { languages } from '../../simulator/lobby/branch/language.ts';
import { type ModeKind, modeKinds } from '../../simulator/lobby/branch/service.ts';
import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import { channels } from '../../simulator/lobby/journal/ticket-events.ts';
import { dayMs } from '../../simulator/workload/clock.ts';
import type { Model } from '../../simulator/workload/model.ts';
import { sample } from '../../simulator/workload/sample.ts';
import { firstNeedOf, type Tape } from '../../simulator/workload/tape.ts';
import type { Ids } from '../branches/ids.ts';
import type { Buttons } from './buttons.ts';

/** One who came by a tape. */
interface Visitor {
  readonly tape: Tape;
  readonly visit: number;
  /** Runs while they wait for the need of this index. */
  patience: { readonly need: number; readonly timer: SimRequest } | null;
}

/** 客户: they come as the tape says, take a ticket, and leave when their patience is over. Days follow each other without a night. */
export class Crowd extends Entity {
  declare private buttons: Buttons;
  declare private ids: Ids;
  declare private model: Model;
  declare private seed: number;
  private readonly visitors = new Map<string, Visitor>();

  start(buttons: Buttons, ids: Ids, model: Model, seed: number): void {
    this.buttons = buttons;
    this.ids = ids;
    this.model = model;
    this.seed = seed;
    this.beginDay(0);
  }

  /** Tickets of those who are still in the lobby. */
  get tickets(): readonly string[] {
    return [...this.visitors.keys()];
  }

  /** Which call they answer first; 0: none. A guest answers at once. */
  answersAt(ticket: string): number {
    const visitor = this.visitors.get(ticket);
    return visitor === undefined || visitor.tape.answersAt === null ? 1 : visitor.tape.answersAt[visitor.visit]!;
  }

  pace(ticket: string): number {
    const visitor = this.visitors.get(ticket);
    return visitor === undefined || visitor.tape.pace === null ? 1 : visitor.tape.pace[visitor.visit]!;
  }

  /** Work of a need that the tape knows of; null for a guest, and for what has arisen since. */
  workMs(ticket: string, need: number, mode: ModeKind): number | null {
    const visitor = this.visitors.get(ticket);
    if (visitor === undefined) return null;
    const at = firstNeedOf(visitor.tape, visitor.visit) + need;
    return at < firstNeedOf(visitor.tape, visitor.visit + 1) ? visitor.tape.workIn[modeKinds.indexOf(mode)]![at]! : null;
  }

  deviceFails(ticket: string): boolean {
    const visitor = this.visitors.get(ticket);
    return visitor !== undefined && visitor.tape.deviceFails?.[firstNeedOf(visitor.tape, visitor.visit)] === 1;
  }

  /** Patience runs while they wait, anew for each need. */
  see({ data }: LobbyEvent): void {
    if (!('ticket' in data) || typeof data.ticket !== 'string') return;
    const visitor = this.visitors.get(data.ticket);
    if (visitor !== undefined) this.wait(data.ticket, visitor);
  }

  private wait(id: string, visitor: Visitor): void {
    const ticket = this.buttons.state.tickets.get(id);
    if (ticket === undefined) this.visitors.delete(id);
    if (ticket?.status === 'waiting' && visitor.patience?.need === ticket.current) return;
    visitor.patience?.timer.cancel();
    visitor.patience = null;
    if (ticket?.status !== 'waiting') return;
    const first = firstNeedOf(visitor.tape, visitor.visit);
    const timer = this.setTimer(visitor.tape.patienceMs[first]!).done(() => {
      void this.buttons.press({ type: 'abandon', ticket: id, how: 'observed' });
    });
    visitor.patience = { need: ticket.current, timer };
  }

  private beginDay(day: number): void {
    const tape = sample(this.model, this.seed, day);
    const beginsMs = this.time();
    const next = (visit: number): void => {
      const atMs = visit < tape.visits ? tape.arrivalMs[visit]! : dayMs;
      this.setTimer(Math.max(0, beginsMs + atMs - this.time())).done(() => {
        if (visit === tape.visits) {
          this.beginDay(day + 1);
          return;
        }
        void this.come(tape, visit);
        next(visit + 1);
      });
    };
    next(0);
  }

  private async come(tape: Tape, visit: number): Promise<void> {
    const { segments, services, traits } = this.model.branch;
    const ticket = this.ids.ticket();
    const first = firstNeedOf(tape, visit);
    const set = tape.traits === null ? 0 : tape.traits[visit]!;
    // Known before the ticket is: whoever calls it at once finds its customer.
    this.visitors.set(ticket, { tape, visit, patience: null });
    const came = await this.buttons.press({
      type: 'issue',
      ticket,
      needs: Array.from({ length: firstNeedOf(tape, visit + 1) - first }, (_, n) => ({
        service: services[tape.service[first + n]!]!.id,
      })),
      segment: segments[tape.segment[visit]!]!.code,
      traits: traits.flatMap(({ code }, bit) => ((set >>> bit) & 1 ? [code] : [])),
      channel: channels[tape.channel === null ? 0 : tape.channel[visit]!]!,
      language: languages[tape.language === null ? 0 : tape.language[visit]!]!,
      prepared: false,
    });
    if (!came) this.visitors.delete(ticket);
  }
}
