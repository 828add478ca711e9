import { type Case, caseSchema } from '../../../simulator/validation/case.ts';

/** An M/M/4 whose exact answers are known; change what a test is about. */
export const aCase = (change: Partial<Case> = {}): Case =>
  caseSchema.parse({
    id: 'mm4',
    kind: 'mmc',
    params: { servers: 4, lam: 3.6, mu: 1 },
    expected: { pWait: 0.7877532643, Wq: 1.969383161 },
    tolerance: 1e-8,
    ...change,
  });
