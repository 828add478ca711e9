import type { z } from 'zod';
import { checkModel } from './model-references.ts';
import { modelShape } from './model-shape.ts';

/** 模型: demand and behaviour, with the branch they were seen at and, where known, its plan of today. */
export const modelSchema = modelShape.superRefine(checkModel);
export type Model = z.infer<typeof modelSchema>;
/** A model as people write it: what has a default may be left out. */
export type ModelInput = z.input<typeof modelSchema>;
