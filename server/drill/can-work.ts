import { modeAt } from '../../simulator/lobby/ability.ts';
import type { Branch } from '../../simulator/lobby/branch/branch.ts';
import type { Person } from '../../simulator/lobby/branch/person.ts';
import type { Station } from '../../simulator/lobby/branch/place.ts';
import { type Mode, type Service, skillOf } from '../../simulator/lobby/branch/service.ts';

/** How a service is done at a station by whoever the drill puts there; null: not at all. */
export function canWork(branch: Branch, station: Station, service: Service): Mode | null {
  if (station.services !== undefined && !station.services.includes(service.id)) return null;
  const mode = modeAt(service, station.kind);
  if (mode === undefined) return null;
  const person = crewOf(branch).get(station.id);
  return person === undefined || person.skills.includes(mode.team[0]?.skill ?? skillOf(service)) ? mode : null;
}

const made = new WeakMap<Branch, ReadonlyMap<string, Person>>();

/** Who works which station in a drill: those whose role leads most of what is done there and who can do most of it, one after the other. */
export function crewOf(branch: Branch): ReadonlyMap<string, Person> {
  const known = made.get(branch);
  if (known !== undefined) return known;
  const crew = new Map<string, Person>();
  const free = new Set(branch.staff.filter(({ role }) => role !== 'greeter'));
  for (const station of branch.stations) {
    if (station.kind === 'device' || isFlex(branch, station.id)) continue;
    let best: { readonly person: Person; readonly services: number } | null = null;
    for (const person of free) {
      const services = branch.services.filter((service) => leads(person, station, service)).length;
      if (services > (best?.services ?? 0)) best = { person, services };
    }
    if (best === null) continue;
    crew.set(station.id, best.person);
    free.delete(best.person);
  }
  made.set(branch, crew);
  return crew;
}

/** A station that an elastic rule opens is left to it. */
export const isFlex = (branch: Branch, station: string): boolean => branch.rules.elastic.some((rule) => rule.station === station);

function leads({ role, skills }: Person, station: Station, service: Service): boolean {
  if (station.services !== undefined && !station.services.includes(service.id)) return false;
  const team = modeAt(service, station.kind)?.team;
  return team !== undefined && (team[0]?.role ?? 'teller') === role && skills.includes(team[0]?.skill ?? skillOf(service));
}
