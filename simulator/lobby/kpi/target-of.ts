import type { Branch } from '../branch/branch.ts';
import { catalogueOf } from '../branch/catalogue.ts';

/** Target wait of a service in a line, ms; null where none is set. */
export type TargetOf = (service: string, line: string | null) => number | null;

/** The targets a branch declares: the stricter of the service's and the line's own, since both were promised. */
export function targetsOf(branch: Branch): TargetOf {
  const { services, lines } = catalogueOf(branch);
  return (service, line) => {
    const own = services.get(service)?.targetWaitMs ?? Number.POSITIVE_INFINITY;
    const ofLine = lines.get(line ?? '')?.targetWaitMs ?? Number.POSITIVE_INFINITY;
    const target = Math.min(own, ofLine);
    return target === Number.POSITIVE_INFINITY ? null : target;
  };
}
