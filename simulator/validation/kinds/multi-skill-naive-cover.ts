import { z } from 'zod';
import { naiveSkillCover } from '../../theory/naive-skill-cover.ts';
import { answererOf } from '../answer.ts';

const params = z.object({ required: z.record(z.string(), z.int().min(0)), profiles: z.record(z.string(), z.number().gt(0)) });

/**
 * The mistake of counting a flexible person in every skill at once, as a named baseline. A profile is for the skill whose name begins
 * with its own; the one that fits no skill is flexible.
 */
export const multiSkillNaiveCover = answererOf('multi-skill-naive-cover', params, ({ required, profiles }) => {
  const skills = Object.keys(required);
  const costs = skills.map((skill) => Object.entries(profiles).find(([name]) => skill.startsWith(name))?.[1]);
  const flexible = Object.entries(profiles).filter(([name]) => !skills.some((skill) => skill.startsWith(name)));
  const known = costs.filter((cost) => cost !== undefined);
  if (known.length !== skills.length || flexible.length !== 1)
    return { reason: 'profiles are to be one for each skill, named by its beginning, and one flexible one' };
  return { exact: { cost: naiveSkillCover(Object.values(required), known, flexible[0]![1]), flexDoubleCounted: true } };
});
