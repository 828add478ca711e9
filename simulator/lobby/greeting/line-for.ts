import type { Branch } from '../branch/branch.ts';
import type { StationKind } from '../branch/place.ts';

/** Position of the first line, in the branch's order, that takes this service and segment to this kind of station; -1: none. */
export const lineFor = (branch: Branch, service: string, segment: string, kind: StationKind): number =>
  branch.lines.findIndex(
    (line) =>
      line.kinds.includes(kind) &&
      (line.services === undefined || line.services.includes(service)) &&
      (line.segments === undefined || line.segments.includes(segment)),
  );
