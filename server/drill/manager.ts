import { Entity } from '../../simulator/drill/simjs-loader.ts';
import type { FactOf, LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { Floor } from './floor.ts';

const secondMs = 1_000;

/** 网点负责人: accepts what an elastic rule proposes, if nobody real answers first, and sees to it; now and then a device's user asks for help. */
export class Manager extends Entity {
  declare private floor: Floor;
  private stopped = false;

  start(floor: Floor): void {
    this.floor = floor;
    this.askForHelp();
  }

  stop(): void {
    this.stopped = true;
  }

  see({ data, type }: LobbyEvent): void {
    if (type !== 'elastic-proposed') return;
    this.setTimer(this.floor.chance.about(40 * secondMs)).done(() => void this.accept(data as FactOf<'elastic-proposed'>['data']));
  }

  private async accept({ proposal, rule, action }: FactOf<'elastic-proposed'>['data']): Promise<void> {
    const { branch, buttons } = this.floor;
    if (this.stopped || !buttons.state.proposals.has(proposal)) return;
    if (!(await buttons.press({ type: 'answer-elastic', proposal, answer: 'accepted' }))) return;
    const { station } = branch.rules.elastic.find(({ id }) => id === rule)!;
    if (action === 'open') await buttons.press({ type: 'open', station, staff: [] });
    else this.closeWhenFree(station);
  }

  private closeWhenFree(station: string): void {
    const { buttons, real } = this.floor;
    const status = buttons.state.stations.get(station)?.status;
    if (this.stopped || status === undefined || status === 'closed' || real.have(station)) return;
    if (status === 'busy') this.setTimer(10 * secondMs).done(() => this.closeWhenFree(station));
    else void buttons.press({ type: 'close', station });
  }

  private askForHelp(): void {
    const { branch, buttons, chance, ids } = this.floor;
    this.setTimer(chance.about(900 * secondMs)).done(() => {
      if (this.stopped) return;
      this.askForHelp();
      const devices = branch.stations.filter(
        ({ id, kind }) => kind === 'device' && buttons.state.stations.get(id)?.status === 'busy',
      );
      const device = chance.one(devices);
      if (device !== undefined)
        void buttons.press({ type: 'request-help', help: ids.short('h'), device: device.id, zone: device.zone });
    });
  }
}
