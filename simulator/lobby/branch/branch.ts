import type { z } from 'zod';
import { branchShape } from './branch-shape.ts';
import { checkReferences } from './references.ts';

/** A branch whose every name is declared: what all the product reads. */
export const branchSchema = branchShape.superRefine(checkReferences);
export type Branch = z.infer<typeof branchSchema>;
/** A branch as people write it: what has a default may be left out. */
export type BranchInput = z.input<typeof branchSchema>;
