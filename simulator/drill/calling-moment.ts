import { compareRanks } from './agenda.ts';
import type { Hall } from './hall.ts';
import { Entity } from './simjs-loader.ts';

/** The moment of a ms at which stations call: first devices whose customer waits for assistance, then whoever is ready. */
export class CallingMoment extends Entity {
  start(hall: Hall): void {
    hall.setting.agenda.inEachPass('stations-call', async () => {
      for (const point of hall.points) await point.tryAgain();
      const ready = hall.points
        .filter(({ state }) => state.status === 'ready')
        .map((point) => ({ point, rank: [point.state.since, point.at] }))
        .sort((a, b) => compareRanks(a.rank, b.rank));
      for (const { point } of ready) await point.look();
    });
  }
}
