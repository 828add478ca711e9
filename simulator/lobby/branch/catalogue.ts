import type { Branch } from './branch.ts';
import type { Person } from './person.ts';
import type { Line, Station } from './place.ts';
import type { Segment } from './segment.ts';
import type { Service } from './service.ts';

/** A branch's declarations by id. Maps keep the declared order, which breaks the last ties. */
export interface Catalogue {
  readonly services: ReadonlyMap<string, Service>;
  readonly segments: ReadonlyMap<string, Segment>;
  readonly lines: ReadonlyMap<string, Line>;
  readonly stations: ReadonlyMap<string, Station>;
  readonly staff: ReadonlyMap<string, Person>;
  readonly traits: ReadonlySet<string>;
  /** The ordinary customers: the least favoured tier, last declared. */
  readonly ordinarySegment: Segment;
  /** By line, both by their place in the branch: lines whose tickets may be called before its newest, those of the same kinds of station and an equal or more favoured tier. */
  readonly before: readonly (readonly number[])[];
}

const made = new WeakMap<Branch, Catalogue>();

/** The catalogue of a branch, made once for each branch value. */
export function catalogueOf(branch: Branch): Catalogue {
  const known = made.get(branch);
  if (known) return known;
  const byId = <T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
    new Map(list.map((item) => [item.id, item]));
  const leastFavoured = Math.max(...branch.segments.map((segment) => segment.tier));
  const catalogue: Catalogue = {
    services: byId(branch.services),
    segments: new Map(branch.segments.map((segment) => [segment.code, segment])),
    lines: byId(branch.lines),
    stations: byId(branch.stations),
    staff: byId(branch.staff),
    traits: new Set(branch.traits.map((trait) => trait.code)),
    ordinarySegment: branch.segments.findLast((segment) => segment.tier === leastFavoured)!,
    before: branch.lines.map((line) =>
      branch.lines.flatMap(({ kinds, tier }, at) =>
        tier <= line.tier && kinds.some((kind) => line.kinds.includes(kind)) ? [at] : [],
      ),
    ),
  };
  made.set(branch, catalogue);
  return catalogue;
}
