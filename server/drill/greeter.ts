import { Entity } from '../../simulator/drill/simjs-loader.ts';
import type { Branch } from '../../simulator/lobby/branch/branch.ts';
import { catalogueOf } from '../../simulator/lobby/branch/catalogue.ts';
import type { Command } from '../../simulator/lobby/command/command.ts';
import { optionsFor } from '../../simulator/lobby/greeting/options-for.ts';
import type { Ticket } from '../../simulator/lobby/state.ts';
import type { Floor } from './floor.ts';

const secondMs = 1_000;

/** 大堂经理: is there, looks after those who have just come, and answers calls for help. */
export class Greeter extends Entity {
  declare private floor: Floor;
  declare private person: string;
  private stopped = false;

  start(floor: Floor, person: string): void {
    this.floor = floor;
    this.person = person;
    this.setTimer(floor.chance.about(10 * secondMs)).done(() => void this.round());
  }

  stop(): void {
    this.stopped = true;
  }

  private async round(): Promise<void> {
    const { buttons, chance } = this.floor;
    if (this.stopped) return;
    this.setTimer(chance.about(30 * secondMs)).done(() => void this.round());
    const { help, staff, tickets } = buttons.state;
    if (!staff.has(this.person)) {
      await buttons.press({ type: 'staff-join', person: this.person });
      return;
    }
    const [asked] = help.keys();
    if (asked !== undefined) {
      await buttons.press({ type: 'answer-help', help: asked });
      return;
    }
    const newcomer = [...tickets.values()].find(
      ({ current, greetedAt, present, status }) => status === 'waiting' && present && current === 0 && greetedAt === null,
    );
    if (newcomer !== undefined && chance.happens(0.8)) await buttons.press(this.advice(newcomer));
  }

  /** To a device that is free, where that can be and does not burden them; else where they are, or where the policy says. */
  private advice({ id: ticket, segment, traits, needs: [need] }: Ticket): Command {
    const { branch, buttons, chance } = this.floor;
    const greeter = this.person;
    const free = [...buttons.state.stations.values()].some(({ id, status }) => status === 'ready' && isDevice(branch, id));
    const canUse = optionsFor(branch, need!.service, segment).some(({ kind }) => kind === 'device');
    if (free && canUse && traits.length === 0 && chance.happens(0.8))
      return { type: 'route', ticket, greeter, to: { kind: 'device' }, reason: 'device-able' };
    return { type: chance.happens(0.5) ? 'greet' : 'route', ticket, greeter };
  }
}

const isDevice = (branch: Branch, station: string): boolean => catalogueOf(branch).stations.get(station)?.kind === 'device';
