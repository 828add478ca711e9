import { catalogueOf } from '../lobby/branch/catalogue.ts';
import type { StationKind } from '../lobby/branch/place.ts';
import { compareRanks } from './agenda.ts';
import type { Hall } from './hall.ts';
import type { Returned } from './returned.ts';
import type { ServicePoint } from './service-point.ts';
import { Entity } from './simjs-loader.ts';

/** The moment of a ms at which stations call: first devices whose customer waits for assistance, then whoever is ready. */
export class CallingMoment extends Entity {
  start(hall: Hall, points: readonly ServicePoint[], returned: Returned): void {
    hall.setting.agenda.inEachPass('stations-call', () => {
      for (const point of points) point.tryAgain();
      // Who could not call anybody who waits need not look, unless somebody is back.
      const kinds = this.wantedKinds(hall);
      const ready = points
        .filter(({ declared, state }) => state.status === 'ready' && (!returned.isEmpty || kinds.has(declared.kind)))
        .map((point) => ({ point, rank: [point.state.since, point.at] }))
        .sort((a, b) => compareRanks(a.rank, b.rank));
      for (const { point } of ready) point.look();
    });
  }

  /** Kinds of station that call from a line where somebody waits. */
  private wantedKinds(hall: Hall): ReadonlySet<StationKind> {
    const { lines } = catalogueOf(hall.branch);
    const kinds = new Set<StationKind>();
    if (hall.state.tally.waiting === 0) return kinds;
    for (const { place, status } of hall.state.tickets.values())
      if (status === 'waiting') for (const kind of lines.get(place!.line)!.kinds) kinds.add(kind);
    return kinds;
  }
}
