/**
 * Gives people to skills, each to one: those of fewest skills first, each to the skill that lacks most of what it needs. Answers people by
 * skill; `groups`: how many there are, and the skills they have.
 */
export function allocate(
  groups: readonly { readonly people: number; readonly skills: readonly number[] }[],
  need: readonly number[],
): number[] {
  const given = need.map(() => 0);
  for (const { people, skills } of groups.toSorted((a, b) => a.skills.length - b.skills.length)) {
    for (let one = 0; one < people && skills.length > 0; one++) {
      const lack = (skill: number): number => need[skill]! - given[skill]!;
      given[skills.reduce((best, skill) => (lack(skill) > lack(best) ? skill : best))]!++;
    }
  }
  return given;
}
