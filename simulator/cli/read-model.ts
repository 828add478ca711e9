import { z } from 'zod';
import { problemsOfPlan } from '../engine/floor/check-plan.ts';
import { branchSchema } from '../lobby/branch/branch.ts';
import { type Plan, planSchema } from '../lobby/branch/plan.ts';
import { isZone, zoneWanted } from '../lobby/branch/zone.ts';
import { type Model, modelSchema } from '../workload/model.ts';
import { badFile, fileIn, jsonIn, readJson, saidOfAll } from './read-file.ts';
import { BadInput } from './verb.ts';

/** MODEL: a model file, or a folder that holds `model.json`. */
export function readModel(path: string): Model {
  const file = fileIn(path, 'model.json');
  const value = jsonIn(file);
  const { data: model, error } = modelSchema.safeParse(value);
  const zone =
    model === undefined || isZone(model.branch.zone) ? [] : [`branch.zone: "${model.branch.zone}" must be ${zoneWanted}`];
  const problems = [...(error ? saidOfAll(error) : []), ...zone];
  if (model !== undefined && problems.length === 0) return model;
  throw badFile(file, [...problems, ...problemsOfOwnPlan(value)]);
}

const withPlan = z.object({ branch: branchSchema, plan: planSchema });

/** What the plan in a model file gets wrong about its branch, as far as both can be read: told with the rest of the file, not after it. */
function problemsOfOwnPlan(value: unknown): string[] {
  const { data } = withPlan.safeParse(value);
  return data === undefined ? [] : problemsOfPlan(data.branch, data.plan).map(({ path, message }) => `plan.${path}: ${message}`);
}

/** PLAN: a plan file. */
export const readPlan = (path: string): Plan => readJson(path, planSchema);

/** The plan in a file, or the model's own. */
export function planOf(model: Model, path: string, file: string | undefined): Plan {
  const plan = file === undefined ? model.plan : readPlan(file);
  if (plan !== undefined) return plan;
  throw new BadInput(
    `${path}: the model holds no plan; give --plan FILE, for example one that "tingtang recommend ${path} -o plan.json" writes`,
  );
}
