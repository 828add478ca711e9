import { naiveSkillCover } from '../../../theory/staffing/naive-skill-cover.ts';
import { answererOf } from '../../answer.ts';
import { profilesWanted, skillProfileParams, skillProfiles } from './skill-profiles.ts';

/** The mistake of counting a flexible person in every skill at once, as a named baseline. */
export const multiSkillNaiveCover = answererOf('multi-skill-naive-cover', skillProfileParams, (given) => {
  const read = skillProfiles(given);
  if (read === null) return { reason: profilesWanted };
  return { exact: { cost: naiveSkillCover(read.required, read.costs, read.flexible.cost), flexDoubleCounted: true } };
});
