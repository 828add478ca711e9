import type { Role, TeamMember } from '../branch/service.ts';

/** One who might join a team; given in branch order. */
export interface TeamCandidate {
  readonly role: Role;
  readonly skills: readonly string[];
  /** Since when free, ms; NaN while at work, on a break or absent. */
  readonly freeSince: number;
}

const nobody: readonly never[] = [];

/**
 * "A team's first member leads it and works the station. The others who join at the start are free people with the role
 * and the skill, the longest free first, then in branch order; the customer is called only when all of them are free."
 *
 * Null: not ready. Who fits one place but is needed for another is exchanged (augmenting paths, Kuhn 1955), so a team that
 * can be made is found whatever the order of its places. `lead` is left out of the choice; null when a station works with
 * its own skills. `serviceSkill` is asked of places that name no skill.
 */
export function teamFor<Person extends TeamCandidate>(
  team: readonly TeamMember[],
  serviceSkill: string,
  lead: Person | null,
  people: readonly Person[],
): readonly Person[] | null {
  const places = placesBesideLead(team);
  if (places.length === 0) return nobody;
  const free = people
    .filter((person) => person !== lead && !Number.isNaN(person.freeSince))
    .sort((a, b) => a.freeSince - b.freeSince);
  const holder = new Map<Person, number>();
  for (let place = 0; place < places.length; place += 1) {
    if (!seat(place, places, serviceSkill, free, holder, new Set())) return null;
  }
  const seated: Person[] = new Array(places.length);
  for (const [person, place] of holder) seated[place] = person;
  return seated;
}

const placesBesideLead = (team: readonly TeamMember[]): readonly TeamMember[] =>
  team.flatMap((member, at) =>
    member.joins === 'start' ? Array.from({ length: at === 0 ? member.count - 1 : member.count }, () => member) : [],
  );

/** Finds somebody for a place, moving those already seated only where nobody else is left. */
function seat<Person extends TeamCandidate>(
  place: number,
  places: readonly TeamMember[],
  serviceSkill: string,
  free: readonly Person[],
  holder: Map<Person, number>,
  asked: Set<Person>,
): boolean {
  const { role, skill = serviceSkill } = places[place]!;
  const able = free.filter((person) => person.role === role && person.skills.includes(skill) && !asked.has(person));
  const unseated = able.find((person) => !holder.has(person));
  if (unseated) {
    holder.set(unseated, place);
    return true;
  }
  for (const person of able) {
    if (asked.has(person)) continue;
    asked.add(person);
    if (seat(holder.get(person)!, places, serviceSkill, free, holder, asked)) {
      holder.set(person, place);
      return true;
    }
  }
  return false;
}
