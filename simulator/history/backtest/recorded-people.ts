import type { Branch } from '../../lobby/branch/branch.ts';
import type { Person } from '../../lobby/branch/person.ts';
import type { Station, StationKind } from '../../lobby/branch/place.ts';
import type { ModeKind, Role } from '../../lobby/branch/service.ts';
import type { Visit } from '../clean/visit.ts';

/** Somebody who worked on a recorded day, and a station of the kind they worked at. */
export interface RecordedPerson extends Person {
  readonly at: Station;
}

/**
 * Who worked, and where: at the kind of place that their records tell; else where the model's branch has most of what they did done. Whom the
 * branch declares has the role and the skills that it says.
 */
export function recordedPeople(
  servers: readonly string[],
  visits: readonly Visit[],
  branch: Branch,
  codeOf: (server: string) => string,
): readonly RecordedPerson[] {
  const declared = new Map(branch.staff.map((person) => [person.id, person]));
  const everything = branch.services.map((service) => service.skill ?? service.id);
  const kinds = placesOf(visits, branch);
  const usual = branch.stations.find(({ kind }) => kind !== 'device') ?? branch.stations[0]!;
  return servers.map((server, n) => {
    const id = codeOf(server);
    const known = declared.get(id);
    const wanted = kinds.get(server) ?? placeFor(branch, known?.role ?? 'teller') ?? usual.kind;
    const at = branch.stations.find(({ kind }) => kind === wanted) ?? usual;
    const role = known?.role ?? leaderAt(branch, at.kind);
    return { ...(known ?? { label: `?${n}`, skills: everything, assistCapacity: 0 }), id, role, at };
  });
}

const stationKindOf = (mode: ModeKind): StationKind => (mode === 'assisted-device' ? 'device' : mode);

/** The kind of station at which each server did most of their work. */
function placesOf(visits: readonly Visit[], branch: Branch): ReadonlyMap<string, StationKind> {
  const usual = new Map<string, StationKind>();
  for (const { id, modes, names } of branch.services) {
    const kind = modes.map(({ at }) => stationKindOf(at)).find((one) => one !== 'device');
    if (kind !== undefined) for (const name of [names.zh, id]) usual.set(name, kind);
  }
  const counts = new Map<string, Map<StationKind, number>>();
  for (const { place, server, service } of visits) {
    if (server === null || place === 'device') continue;
    const stated = place === null ? undefined : stationKindOf(place);
    const has = stated !== undefined && branch.stations.some(({ kind }) => kind === stated);
    const kind = has ? stated : usual.get(service ?? '');
    if (kind === undefined) continue;
    const own = counts.get(server) ?? new Map<StationKind, number>();
    counts.set(server, own);
    own.set(kind, (own.get(kind) ?? 0) + 1);
  }
  return new Map([...counts].map(([server, own]) => [server, [...own].sort((a, b) => b[1] - a[1])[0]![0]]));
}

/** The role that leads services at a kind of station. */
const leaderAt = (branch: Branch, kind: StationKind): Role =>
  branch.services.flatMap(({ modes }) => modes).find((mode) => stationKindOf(mode.at) === kind)?.team[0]?.role ?? 'teller';

/** Where a role leads services. */
function placeFor(branch: Branch, role: Role): StationKind | undefined {
  const mode = branch.services.flatMap(({ modes }) => modes).find(({ at, team }) => at !== 'device' && team[0]?.role === role);
  return mode === undefined ? undefined : stationKindOf(mode.at);
}
