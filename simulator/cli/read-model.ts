import { type Plan, planSchema } from '../lobby/branch/plan.ts';
import { isZone, zoneWanted } from '../lobby/branch/zone.ts';
import { type Model, modelSchema } from '../workload/model.ts';
import { fileIn, readJson } from './read-file.ts';
import { BadInput } from './verb.ts';

/** MODEL: a model file, or a folder that holds `model.json`. */
export function readModel(path: string): Model {
  const file = fileIn(path, 'model.json');
  const model = readJson(file, modelSchema);
  if (isZone(model.branch.zone)) return model;
  throw new BadInput(`${file}: branch.zone: "${model.branch.zone}" must be ${zoneWanted}`);
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
