import type { Role } from '../../lobby/branch/service.ts';
import type { Contracts } from './contracts.ts';

/** The least that a contract pays somebody of a role for an hour; who is on call aside. */
export const leastHourly = ({ contracts }: Contracts, role: Role): number =>
  Math.min(...contracts.flatMap((one) => (one.role === role && one.kind !== 'on-call' ? [one.costPerHour] : [])));
