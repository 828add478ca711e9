import type { Contracts } from './contracts.ts';
import { contractsSchema } from './contracts.ts';

/**
 * Contracts of a usual branch, where a planner gives none: they are an assumption, and named as one. Costs are in hours of a teller's
 * work (one hour costs 1), so that a bill in money is never made up.
 */
export const usualContracts = (): Contracts =>
  contractsSchema.parse({
    v: 1,
    note: 'Assumed: usual contracts, costs in hours of work. Give --contracts for your own.',
    currency: 'XXX',
    contracts: (['teller', 'advisor', 'greeter'] as const).flatMap((role) => [
      {
        id: `${role}-full`,
        kind: 'full-time',
        role,
        hours: [7, 8, 9],
        breaks: [{ minutes: 60, afterHours: 2.5, beforeEndHours: 2 }],
        costPerHour: 1,
      },
      { id: `${role}-part`, kind: 'part-time', role, hours: [3, 4, 5], costPerHour: 1 },
    ]),
  });
