import { type Plan, planSchema } from '../lobby/branch/plan.ts';
import { type Model, modelSchema } from '../workload/model.ts';
import { fileIn, readJson } from './read-file.ts';

/** MODEL: a model file, or a folder that holds `model.json`. */
export const readModel = (path: string): Model => readJson(fileIn(path, 'model.json'), modelSchema);

/** PLAN: a plan file. */
export const readPlan = (path: string): Plan => readJson(path, planSchema);
