import { Sim } from '../../simulator/drill/simjs-loader.ts';
import type { BranchQueue } from '../branches/branch-queue.ts';
import type { Clock } from '../branches/clock.ts';
import type { Ids } from '../branches/ids.ts';
import { Attendant } from './attendant.ts';
import { Buttons } from './buttons.ts';
import { Chance } from './chance.ts';
import { Crowd } from './crowd.ts';
import { drillModel } from './drill-model.ts';
import type { Floor } from './floor.ts';
import { goHome } from './go-home.ts';
import { Greeter } from './greeter.ts';
import { runInStep } from './in-step.ts';
import { Manager } from './manager.ts';
import { RealPeople } from './real-people.ts';

export interface LiveDrillPorts {
  readonly queue: BranchQueue;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Resolves at this wall time, or at the signal. */
  readonly sleepUntil: (wallMs: number, signal: AbortSignal) => Promise<void>;
}

export interface LiveDrillOptions {
  /** People act so many times as fast as people do. */
  readonly speed: number;
  readonly seed: number;
}

/** How often the drill looks at the clock, wall time. */
const stepMs = 100;
/** Who is late by more, as after a machine has slept, begins anew from now instead of making up for it. */
const lateMs = 1_000;

/**
 * 演练: simulated people in a live branch, until the signal; then they go home. The branch keeps wall time and knows of no drill: it is
 * the people who are `speed` times as fast, so every `at` in the journal is true (docs/decisions/0011).
 */
export async function liveDrill(ports: LiveDrillPorts, { seed, speed }: LiveDrillOptions, signal: AbortSignal): Promise<void> {
  const { clock, ids, queue, sleepUntil } = ports;
  const { branch } = queue.committed.lobby.state.config!;
  const sim = new Sim();
  const buttons = new Buttons(queue);
  const crowd = sim.addEntity(Crowd, 'crowd', buttons, ids, drillModel(branch), seed);
  const real = new RealPeople(queue.committed.lobby);
  const floor: Floor = { buttons, branch, crowd, real, chance: new Chance(seed), ids, clock };
  const attendants = branch.stations.map((station) => sim.addEntity(Attendant, station.id, floor, station));
  const greeters = branch.staff.filter(({ role }) => role === 'greeter').map(({ id }) => sim.addEntity(Greeter, id, floor, id));
  const manager = sim.addEntity(Manager, 'manager', floor);
  const stopListening = queue.onCommitted((events) => {
    for (const event of events ?? []) {
      real.see(event);
      crowd.see(event);
      manager.see(event);
    }
    for (const attendant of attendants) attendant.look();
  });
  for (const attendant of attendants) attendant.look();

  let origin = clock();
  await runInStep(sim, stepMs * speed, async (drillMs) => {
    await buttons.settled();
    const due = origin + drillMs / speed;
    const now = clock();
    if (now > due + lateMs) origin += now - due;
    else if (now < due && !signal.aborted) await sleepUntil(due, signal);
    return !signal.aborted;
  });
  for (const one of [...attendants, ...greeters, manager]) one.stop();
  stopListening();
  await goHome(floor);
}
