import { answererOf } from '../../answer.ts';
import { solveDayCase } from '../rosters/day-case.ts';
import { profilesWanted, skillProfileParams, skillProfiles } from './skill-profiles.ts';

/** A flexible person does one thing at a time, as in every roster of the product. */
export const multiSkillAllocatedCover = answererOf('multi-skill-allocated-cover', skillProfileParams, async (given) => {
  const read = skillProfiles(given);
  if (read === null) return { reason: profilesWanted };
  const { skills, required, costs, flexible } = read;
  const groups = [
    ...skills.map((id, skill) => ({ id, skills: [skill] })),
    { id: flexible.name, skills: skills.map((_, at) => at) },
  ];
  const answer = await solveDayCase({
    steps: 1,
    skills,
    groups,
    shifts: groups.map(({ id }, group) => ({
      id,
      kind: 'full-time',
      group,
      cover: [1],
      breaks: [],
      cost: costs[group] ?? flexible.cost,
      paid: 1,
    })),
    scenarios: [{ weight: 1, need: required.map((need) => [need]) }],
    rules: [],
    cuts: [],
  });
  return answer === null ? { reason: 'no cover was proved best' } : { exact: { cost: answer.cost }, exactBy: 'roster' };
});
