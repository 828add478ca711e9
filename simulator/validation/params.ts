import { z } from 'zod';

/** Building blocks of the parameters of cases. */
export const rate = z.number().gt(0, 'a rate must be above 0').max(1e9, 'a rate must be at most 1e9');
export const rateOrNone = z.number().min(0, 'a rate must not be negative').max(1e9, 'a rate must be at most 1e9');
export const length = z.number().gt(0, 'a length of time must be above 0').max(1e9, 'a length of time must be at most 1e9');
export const servers = z.int('servers are whole').min(1, 'at least 1 server').max(10_000, 'at most 10000 servers');
export const share = z.number().gt(0, 'must be above 0').lt(1, 'must be below 1');
export const scv = z.number().min(0, 'a squared coefficient of variation is not negative').max(400, 'must be at most 400');

/** M/M/c. */
export const mmcParams = z.object({ servers, lam: rate, mu: rate });
/** Arrivals at λ̄ (1 + A sin γt). */
export const sinusoidParams = z.object({ lamBar: rate, relAmp: z.number().min(0).max(1), gamma: rate });
