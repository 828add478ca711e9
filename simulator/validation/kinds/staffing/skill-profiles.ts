import { z } from 'zod';

export const skillProfileParams = z.object({
  required: z.record(z.string(), z.int().min(0).max(100_000)),
  profiles: z.record(z.string(), z.number().gt(0)),
});

/** Skills, what a person of each costs, and what one costs who has them all. */
export interface SkillProfiles {
  readonly skills: readonly string[];
  readonly required: readonly number[];
  readonly costs: readonly number[];
  readonly flexible: { readonly name: string; readonly cost: number };
}

/** A profile is for the skill whose name begins with its own; the one that fits no skill is flexible. Null: not so. */
export function skillProfiles({ required, profiles }: z.output<typeof skillProfileParams>): SkillProfiles | null {
  const skills = Object.keys(required);
  const costs = skills.map((skill) => Object.entries(profiles).find(([name]) => skill.startsWith(name))?.[1]);
  const flexible = Object.entries(profiles).filter(([name]) => !skills.some((skill) => skill.startsWith(name)));
  const known = costs.filter((cost) => cost !== undefined);
  if (known.length !== skills.length || flexible.length !== 1) return null;
  const [name, cost] = flexible[0]!;
  return { skills, required: Object.values(required), costs: known, flexible: { name, cost } };
}

export const profilesWanted = 'profiles are to be one for each skill, named by its beginning, and one flexible one';
