import { compareRanks } from './agenda.ts';
import type { Hall } from './hall.ts';
import type { ServicePoint } from './service-point.ts';
import { Entity } from './simjs-loader.ts';

/** The moment of a ms at which stations call: first devices whose customer waits for assistance, then whoever is ready. */
export class CallingMoment extends Entity {
  start(hall: Hall, points: readonly ServicePoint[]): void {
    hall.setting.agenda.inEachPass('stations-call', () => {
      for (const point of points) point.tryAgain();
      // Where nobody waits there is nobody to call.
      if (hall.state.tally.waiting === 0) return;
      const ready = points
        .filter(({ state }) => state.status === 'ready')
        .map((point) => ({ point, rank: [point.state.since, point.at] }))
        .sort((a, b) => compareRanks(a.rank, b.rank));
      for (const { point } of ready) point.look();
    });
  }
}
